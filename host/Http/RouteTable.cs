using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.Options;

namespace EStation.LocalHost;

/// <summary>Routes ordered by function name; the first match wins, even if a later one is more specific. A catch-all therefore shadows
/// every route of a later name, as on the real host.</summary>
internal sealed class RouteTable
{
    private readonly HttpRoute[] routes;

    public RouteTable(FunctionCatalog functions, string prefix)
    {
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        var constraints = new DefaultInlineConstraintResolver(Options.Create(options), NoServices.Instance);
        routes =
        [
            .. functions.All.Where(function => function.Http is not null).Select(function => new HttpRoute(function, prefix, constraints)),
        ];
        RefuseAmbiguous();
    }

    public IReadOnlyList<HttpRoute> Routes => routes;

    public Function? Find(HttpContext http)
    {
        var path = new PathSegments(http.Request.Path.Value);
        foreach (var route in this.routes)
        {
            if (route.Shape.MayMatch(path) && route.Takes(http.Request.Method) && route.Match(http))
                return route.Function;
        }

        return null;
    }

    /// <summary>The host would take the first; the worker, which routes again by its own rules, fails at every request.</summary>
    private void RefuseAmbiguous()
    {
        foreach (var same in routes.GroupBy(route => route.Pattern, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var (one, other) in same.SelectMany((one, i) => same.Skip(i + 1).Select(other => (one, other))))
            {
                if (one.SharesMethodWith(other))
                {
                    throw new StartFailure(
                        $"Functions {one.Function.Name} and {other.Function.Name} take the same requests: '{one.Template}'."
                    );
                }
            }
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
