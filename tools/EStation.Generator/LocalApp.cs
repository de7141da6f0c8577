using System.Reflection;
using EStation.Emulator;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace EStation.Generator;

/// <summary>
/// The app with its local settings and its local storage, but without its timers: beside one that runs already, or alone.
/// </summary>
internal static class LocalApp
{
    /// <param name="settings">Over the local ones.</param>
    public static IHost Build(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var all = Timers()
            .Select(timer => KeyValuePair.Create($"AzureWebJobs.{timer}.Disabled", (string?)"true"))
            .Concat(settings)
            .ToDictionary();
        var builder = FunctionsApplication.CreateBuilder(
            ["--port", "0"],
            new HostSetup
            {
                Functions = typeof(Composition).Assembly,
                Settings = all,
                ExitOnFailure = true,
            }
        );
        builder.ConfigureFunctionsWebApplication();
        builder.AddEStation();
        return builder.Build();
    }

    private static IEnumerable<string> Timers() =>
        from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
