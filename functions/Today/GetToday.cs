using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace EStation.Today;

/// <summary>The first page: what is going on; with a token, also what the caller can do.</summary>
public sealed class GetToday(Callers callers, FirstPage page)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetToday))]
    [Access(Needs.Nothing)]
    [Answers<TodayResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/today")] HttpRequest request)
    {
        // A cache must not answer a caller with what it keeps for everybody.
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        if (request.Headers.Authorization.Count == 0)
            return Answer.Public(await page.ForEverybodyAsync(), Cacheable);
        if ((await callers.FindAsync(request, Needs.Person)).Refused(out var refusal, out var caller))
            return Answer.Refuse(refusal);
        return Answer.Ok(await page.ForAsync(caller.Person));
    }
}
