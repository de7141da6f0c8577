using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>Dispatches a request to this host's own routes, the admin API or a function. Others get 404 with an empty body.</summary>
internal sealed class FrontDoor(LocalRoutes local, AdminRoutes admin, RouteTable routes, FunctionRequests functions, Homepage homepage)
{
    public Task ServeAsync(HttpContext http)
    {
        ForwardedFor.Apply(http);
        var path = http.Request.Path;
        if (path.StartsWithSegments("/local"))
            return local.ServeAsync(http);
        if (admin.Find(http.Request) is { } serve)
            return serve(http);
        if (routes.Find(http) is { } function)
            return functions.ServeAsync(http, function);
        if (path.Value == "/")
            return homepage.ServeAsync(http);

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
