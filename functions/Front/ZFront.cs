using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Front;

/// <summary>
/// Everything that no other function answers. The host tries routes in the order of the functions' names, so the catch-all has to have the
/// last one: its name begins with Z for that.
/// </summary>
internal sealed class ZFront
{
    [Function(nameof(ZFront))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => Answer.Refuse(Refusal.NotFound);
}
