using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost;

internal sealed class HostAnswers
{
    [Function("Throws")]
    public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request) =>
        throw new InvalidOperationException(request.Path.Value);

    [Function("ThrowsInResult")]
    public static IResult ThrowsInResult(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws-in-result")] HttpRequest request
    ) => Results.Stream(_ => throw new InvalidOperationException(request.Path.Value));

    [Function("ThrowsHalfway")]
    public static async Task ThrowsHalfway([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws-halfway")] HttpRequest request)
    {
        request.HttpContext.Response.ContentLength = 100;
        await request.HttpContext.Response.WriteAsync("half");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException(request.Path.Value);
    }

    [Function("BadNumber")]
    public static IResult BadNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "number/{number}")] HttpRequest request,
        int number
    ) => Results.Text($"{request.Path.Value} {number}");

    [Function("From")]
    public static IResult From([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "from")] HttpRequest request) =>
        Results.Text($"{request.HttpContext.Connection.RemoteIpAddress}{request.Headers["X-Forwarded-For"]}");
}
