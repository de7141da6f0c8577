using Microsoft.AspNetCore.Routing.Template;

namespace EStation.LocalHost;

internal static class RouteTemplates
{
    /// <summary>The whole template: the prefix of host.json, then the function's route or, without one, its name.</summary>
    /// <exception cref="StartFailure">The host would refuse the route, or it and the worker would read it differently.</exception>
    public static string Of(Function function, string prefix)
    {
        var route = function.Http!.Route ?? function.Name;
        if (route.Length == 0)
            throw Refusal(function, "is empty, which host and worker understand differently; '{*path}' reaches '/'");
        if (route.StartsWith('/'))
            throw Refusal(function, "begins with a slash");
        if (IsTaken(route.Trim('/')))
            throw Refusal(function, "conflicts with the host's own, admin... and runtime...");
        return prefix.Length == 0 ? route : $"{prefix.Trim('/')}/{route}";
    }

    public static RouteTemplate Parse(string route)
    {
        try
        {
            return TemplateParser.Parse(route);
        }
        catch (ArgumentException wrong)
        {
            throw new StartFailure($"The route '{route}' is not a route template: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsTaken(string route) =>
        route.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase);

    private static StartFailure Refusal(Function function, string why) =>
        new($"Function {function.Name}: the route '{function.Http!.Route ?? function.Name}' {why}.");
}
