using Microsoft.AspNetCore.Routing.Template;

namespace EStation.Emulator;

internal static class RouteTemplates
{
    /// <exception cref="StartFailure">The template is not one.</exception>
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
}
