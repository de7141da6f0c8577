using EStation.Access;
using EStation.Http;
using EStation.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Everything that is held about me, as one document.</summary>
public sealed class GetMyData(Callers callers, IEnumerable<IPersonalData> everywhere)
{
    [Function(nameof(GetMyData))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/data")] HttpRequest request)
    {
        if ((await callers.FindFreshAsync(request)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        var export = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var place in everywhere)
            export[place.Name] = await place.ExportAsync(person);
        return Answer.Ok(export);
    }
}
