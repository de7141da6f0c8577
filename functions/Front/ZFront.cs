using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Front;

/// <summary>The catch-all route of the front. The host tries routes in the order of function names, so its name begins with Z.</summary>
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
