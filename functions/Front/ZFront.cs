using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Front;

/// <summary>
/// The front, and everything that no other function answers. The host tries routes in the order of the functions' names, so the catch-all
/// has to have the last one: its name begins with Z for that.
/// </summary>
public sealed class ZFront(Site site)
{
    [Function(nameof(ZFront))]
    [Access(Needs.Nothing)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return reads && site.Find(request.Path) is { } file ? new SiteAnswer(file, site.Policy) : Answer.Refuse(Refusal.NotFound);
    }
}
