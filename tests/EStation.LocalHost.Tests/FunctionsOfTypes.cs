using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace EStation.LocalHost;

/// <summary>Tells the functions of a few classes, as the provider that the worker's SDK generates tells those of a whole app.</summary>
internal sealed class FunctionsOfTypes(IReadOnlyCollection<Type> types) : IFunctionMetadataProvider
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
        Task.FromResult(
            types
                .SelectMany(type => type.GetMethods(Methods))
                .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
                .Select(IFunctionMetadata (method) => Of(method))
                .ToImmutableArray()
        );

    private static DefaultFunctionMetadata Of(MethodInfo method) =>
        new()
        {
            Name = method.GetCustomAttribute<FunctionAttribute>()!.Name,
            EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}",
            ScriptFile = method.DeclaringType.Assembly.Location,
            Language = "dotnet-isolated",
            RawBindings = [TriggerOf(method), """{ "name": "$return", "type": "http", "direction": "Out" }"""],
        };

    private static string TriggerOf(MethodInfo method)
    {
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
                return TimerOf(parameter.Name!, timer);
            if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http)
                return HttpOf(parameter, http);
        }

        throw new InvalidOperationException($"{method.Name} has no trigger.");
    }

    private static string TimerOf(string name, TimerTriggerAttribute timer) =>
        JsonSerializer.Serialize(
            new
            {
                name,
                type = "timerTrigger",
                direction = "In",
                schedule = timer.Schedule,
                useMonitor = timer.UseMonitor,
                runOnStartup = timer.RunOnStartup,
            }
        );

    // As the generator writes it: what is not said at the attribute is not in the metadata.
    private static string HttpOf(ParameterInfo parameter, HttpTriggerAttribute http)
    {
        var said = parameter
            .GetCustomAttributesData()
            .Single(data => data.AttributeType == typeof(HttpTriggerAttribute))
            .ConstructorArguments.Any(argument => argument.ArgumentType == typeof(AuthorizationLevel));
        var binding = new Dictionary<string, object?>
        {
            ["name"] = parameter.Name,
            ["type"] = "httpTrigger",
            ["direction"] = "In",
        };
        if (said)
            binding["authLevel"] = http.AuthLevel.ToString();
        if (http.Methods is { Length: > 0 } methods)
            binding["methods"] = methods;
        if (http.Route is { } route)
            binding["route"] = route;
        return JsonSerializer.Serialize(binding);
    }
}
