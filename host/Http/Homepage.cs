using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

internal sealed class Homepage(IConfiguration settings)
{
    private readonly bool disabled = "true".Equals(settings["AzureWebJobsDisableHomepage"], StringComparison.OrdinalIgnoreCase);

    public Task ServeAsync(HttpContext http)
    {
        if (disabled)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync("<!doctype html><title>Functions</title><p>The host is up and running.</p>");
    }
}
