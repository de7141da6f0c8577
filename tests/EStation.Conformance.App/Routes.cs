using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

/// <summary>Who answers what: the host tries routes in the order of the functions' names, and the first that fits wins.</summary>
public sealed class Routes
{
    [Function("Order1Name")]
    public IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{name}")] HttpRequest request, string name) =>
        Results.Text($"{request.Method} name {name}");

    [Function("Order2Rest")]
    public IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{*rest}")] HttpRequest request, string rest) =>
        Results.Text($"{request.Method} rest {rest}");

    [Function("Shadow1Rest")]
    public IResult Shadow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shadow/{*rest}")] HttpRequest request, string rest) =>
        Results.Text($"{request.Method} rest {rest}");

    [Function("Shadow2Name")]
    public IResult Shadowed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shadow/{first}/{second}")] HttpRequest request,
        string first,
        string second
    ) => Results.Text($"{request.Method} names {first} {second}");

    [Function("Number")]
    public IResult Number(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "number/{number:int}")] HttpRequest request,
        int number
    ) => Results.Text($"{request.Method} number {number + 1}");

    /// <summary>No route: its own name is the route, and no methods: every method.</summary>
    [Function("NamedOnly")]
    public IResult NamedOnly([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);
}
