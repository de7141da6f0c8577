using System.Text;
using EStation.Access;
using EStation.Contests.Results;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Draws;

/// <summary>The list of lots, byte for byte as it was hashed at the freeze.</summary>
public sealed class GetLots(ContestTable contests, ResultsTable table)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromHours(1);

    [Function(nameof(GetLots))]
    [Access(Needs.Nothing)]
    [AnswersFile("text/plain")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/lots")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is null || await table.FindAsync(id) is not { } results)
            return Answer.Refuse(Refusal.NotFound);
        var list = Answer.Drawing(Encoding.ASCII.GetString(await table.LotsAsync(results)), "text/plain; charset=utf-8");
        return Answer.Cached(list, results.LotsSha256, Cacheable);
    }
}
