using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

/// <summary>The part of the host's admin API that is of use here, for the master key alone.</summary>
internal sealed class AdminRoutes(KeyRing keys, FunctionCatalog functions, HostStatus status, TimerHost timers)
{
    public Task ServeAsync(HttpContext http)
    {
        if (Route(http.Request) is not { } serve)
            return Empty(http, StatusCodes.Status404NotFound);

        return keys.LevelOf(http.Request, null) switch
        {
            AuthorizationLevel.Admin => serve(http),
            AuthorizationLevel.Anonymous => Empty(http, StatusCodes.Status401Unauthorized),
            _ => Empty(http, StatusCodes.Status403Forbidden),
        };
    }

    private Func<HttpContext, Task>? Route(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, path) switch
        {
            ("GET", [_, "host", "status"]) => http => http.Response.WriteAsJsonAsync(status.Now()),
            ("GET", [_, "functions"]) => http => http.Response.WriteAsJsonAsync(functions.All.Select(status.Describe)),
            ("GET", [_, "functions", var name]) => http => DescribeAsync(http, name),
            ("POST", [_, "functions", var name]) => http => RunAsync(http, name),
            _ => null,
        };
    }

    private Task DescribeAsync(HttpContext http, string name) =>
        functions.Find(name) is { } function
            ? http.Response.WriteAsJsonAsync(status.Describe(function))
            : Empty(http, StatusCodes.Status404NotFound);

    /// <summary>Answers at once; the timer runs when it does not run already.</summary>
    private async Task RunAsync(HttpContext http, string name)
    {
        if (!http.Request.HasJsonContentType())
            await Empty(http, StatusCodes.Status415UnsupportedMediaType);
        else if (!await IsObjectAsync(http))
            await Empty(http, StatusCodes.Status400BadRequest);
        else if (functions.Find(name) is not { } function)
            await Empty(http, StatusCodes.Status404NotFound);
        else if (function.Http is not null)
            await Empty(http, StatusCodes.Status400BadRequest);
        else if (!timers.TryRunNow(function))
            await Empty(http, StatusCodes.Status404NotFound);
        else
            await Empty(http, StatusCodes.Status202Accepted);
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
