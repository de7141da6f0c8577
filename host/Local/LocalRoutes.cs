using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>Routes that exist on a developer's machine alone: messages that were stored instead of sent, and pages in the app's folder
/// <c>local</c>, which is not published.</summary>
internal sealed partial class LocalRoutes(LocalMessages messages, string contentRoot)
{
    public Task ServeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
            return NotFound(http);
        if (http.Request.Path == "/local/messages")
            return ServeMessagesAsync(http);
        var page = Page().Match(http.Request.Path);
        var file = Path.Combine(contentRoot, "local", $"{page.Groups[1].Value}.html");
        return page.Success && File.Exists(file) ? ServePageAsync(http, file) : NotFound(http);
    }

    private async Task ServeMessagesAsync(HttpContext http)
    {
        if (!http.Request.Query.ContainsKey("phone"))
            await http.Response.WriteAsJsonAsync(await messages.OfAllAsync(http.RequestAborted), http.RequestAborted);
        else if (LocalMessages.PhoneOf(http.Request.Query["phone"]) is { } phone)
            await http.Response.WriteAsJsonAsync(await messages.OfAsync(phone, http.RequestAborted), http.RequestAborted);
        else
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static Task ServePageAsync(HttpContext http, string file)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.SendFileAsync(file, http.RequestAborted);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\A/local/([a-z]+)\z")]
    private static partial Regex Page();
}
