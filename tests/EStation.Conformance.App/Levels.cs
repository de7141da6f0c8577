using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

/// <summary>Who may call.</summary>
public sealed class Levels
{
    [Function("LevelAnonymous")]
    public IResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "level/anonymous")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("LevelFunction")]
    public IResult Function([HttpTrigger(AuthorizationLevel.Function, "get", Route = "level/function")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("LevelAdmin")]
    public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "level/admin")] HttpRequest request) =>
        Results.Text(request.Method);

    /// <summary>Methods and no level: the metadata have none either, and the host asks for a function's key.</summary>
    [Function("LevelUnsaid")]
    public IResult Unsaid([HttpTrigger("get", Route = "level/unsaid")] HttpRequest request) => Results.Text(request.Method);
}
