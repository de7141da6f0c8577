using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

internal sealed class LocalRoutes(LocalMessages messages)
{
    public async Task ServeAsync(HttpContext http)
    {
        if (http.Request.Path != "/local/messages" || !HttpMethods.IsGet(http.Request.Method))
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!http.Request.Query.ContainsKey("phone"))
            await http.Response.WriteAsJsonAsync(await messages.OfAllAsync(http.RequestAborted), http.RequestAborted);
        else if (LocalMessages.PhoneOf(http.Request.Query["phone"]) is { } phone)
            await http.Response.WriteAsJsonAsync(await messages.OfAsync(phone, http.RequestAborted), http.RequestAborted);
        else
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
