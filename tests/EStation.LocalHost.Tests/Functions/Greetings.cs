using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

internal sealed class Greeter
{
    public Guid Id { get; } = Guid.NewGuid();
}

/// <summary>One function for each way to take a parameter or give a result.</summary>
internal sealed class Greetings(Greeter greeter)
{
    [Function("ByName")]
    public static IResult ByName(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request,
        string name
    ) => Results.Text($"{request.Method} {request.Path.Value} {name} {request.RouteValues["name"]}");

    [Function("ByNumber")]
    public static async Task<IResult> ByNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "number/{number:int}/{id:guid}/{last?}")] HttpRequest request,
        int number,
        Guid id,
        long? last
    )
    {
        await Task.Yield();
        return Results.Json(
            new
            {
                number,
                id,
                last,
                request.Method,
            }
        );
    }

    [Function("Writes")]
    public static Task Writes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "writes")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("written");

    [Function("ValueTaskResult")]
    public static async ValueTask<IResult> ValueTaskResult(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "value-task")] HttpRequest request
    )
    {
        await Task.Yield();
        return Results.Text(request.Method);
    }

    [Function("Context")]
    public IResult Context(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "context")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation
    ) =>
        Results.Text(
            string.Join(
                ' ',
                context.FunctionDefinition.Name,
                context.GetHttpContext() == request.HttpContext,
                ReferenceEquals(context.Items["HttpRequestContext"], request.HttpContext),
                cancellation == request.HttpContext.RequestAborted,
                greeter == context.InstanceServices.GetService(typeof(Greeter)),
                context.FunctionDefinition.InputBindings["request"].Type
            )
        );

    [Function("Object")]
    public static object Object([HttpTrigger(AuthorizationLevel.Anonymous, Route = "object")] HttpRequest request) => new { request.Path };

    [Function("Void")]
    public static void Void([HttpTrigger(AuthorizationLevel.Anonymous, Route = "void")] HttpRequest request) =>
        request.HttpContext.Response.StatusCode = 202;
}
