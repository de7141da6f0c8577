using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Http;

/// <summary>A route as the functions declare it.</summary>
internal sealed record DiscoveredRoute(string Function, string Method, string Template)
{
    public bool HasId => Template.Contains('{', StringComparison.Ordinal);

    public bool TakesBody => Method is "POST" or "PUT";

    /// <summary>With something in the place of each id that nothing is called.</summary>
    public string UnknownPath =>
        "/"
        + System.Text.RegularExpressions.Regex.Replace(Template.Replace("{n}", "1", StringComparison.Ordinal), "{[^}]*}", "no-such-thing");

    public static IReadOnlyList<DiscoveredRoute> All { get; } =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is { Methods: not null }
        from verb in trigger.Methods!
        select new DiscoveredRoute(function.Name, verb.ToUpperInvariant(), trigger.Route!),
    ];
}
