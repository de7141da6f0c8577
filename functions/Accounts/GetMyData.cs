using EStation.Access;
using EStation.Http;
using EStation.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

public sealed class GetMyData(IEnumerable<IPersonalData> everywhere)
{
    [Function(nameof(GetMyData))]
    [Access(Needs.PersonNow)]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/data")] HttpRequest request)
    {
        var person = request.Caller().Person;
        var export = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var place in everywhere)
            export[place.Name] = await place.ExportAsync(person);
        return Answer.Ok(export);
    }
}
