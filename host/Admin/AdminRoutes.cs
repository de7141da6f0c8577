using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>A subset of the host's admin API, which needs the master key. Paths unknown to the real host, such as <c>/admin</c> itself, go
/// to the functions.</summary>
internal sealed class AdminRoutes(KeyRing keys, FunctionCatalog functions, HostStatus status, TimerHost timers)
{
    /// <returns>Null when the admin API has no such path.</returns>
    public Func<HttpContext, Task>? Find(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/admin"))
            return null;
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, path) switch
        {
            ("GET" or "POST", [_, "host", "ping"]) => http => Empty(http, StatusCodes.Status200OK),
            ("GET", [_, "host", "status"]) => ForMaster(http => http.Response.WriteAsJsonAsync(status.Now())),
            ("GET", [_, "host", "keys"]) => ForMaster(http => http.Response.WriteAsJsonAsync(new { keys = keys.OfHost() })),
            (_, [_, "vfs", ..]) => ForMaster(http => Empty(http, StatusCodes.Status404NotFound)),
            ("GET", [_, "functions"]) => ForMaster(http => http.Response.WriteAsJsonAsync(functions.All.Select(status.Describe))),
            ("GET", [_, "functions", var name]) => ForMaster(http => AboutAsync(http, name, status.Describe)),
            ("GET", [_, "functions", var name, "status"]) => ForMaster(http => AboutAsync(http, name, status.StatusOf)),
            ("POST", [_, "functions", var name]) => ForMaster(http => RunAsync(http, name)),
            _ => null,
        };
    }

    private Func<HttpContext, Task> ForMaster(Func<HttpContext, Task> serve) =>
        http =>
        {
            switch (keys.LevelOf(http.Request, null))
            {
                case KeyLevel.Admin:
                    return serve(http);
                case KeyLevel.Anonymous:
                    http.Response.Headers.WWWAuthenticate = "Bearer";
                    return Empty(http, StatusCodes.Status401Unauthorized);
                default:
                    return Empty(http, StatusCodes.Status403Forbidden);
            }
        };

    private Task AboutAsync(HttpContext http, string name, Func<Function, object> tell) =>
        functions.Find(name) is { } function ? http.Response.WriteAsJsonAsync(tell(function)) : Empty(http, StatusCodes.Status404NotFound);

    /// <summary>Returns without waiting; a timer that runs already does not start again. An HTTP function is accepted without
    /// effect.</summary>
    private async Task RunAsync(HttpContext http, string name)
    {
        if (!http.Request.HasJsonContentType())
            await Empty(http, StatusCodes.Status415UnsupportedMediaType);
        else if (!await IsObjectAsync(http))
            await Empty(http, StatusCodes.Status400BadRequest);
        else if (functions.Find(name) is { } function && (function.Http is not null || timers.TryRunNow(function)))
            await Empty(http, StatusCodes.Status202Accepted);
        else
            await Empty(http, StatusCodes.Status404NotFound);
    }

    private static async Task<bool> IsObjectAsync(HttpContext http)
    {
        try
        {
            return (await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted)).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Task Empty(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
