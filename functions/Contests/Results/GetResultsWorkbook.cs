using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

/// <summary>The whole ranking and all prizes for auditors: masked names, no addresses, no ids of people.</summary>
public sealed class GetResultsWorkbook(ContestTable contests, ResultsTable table, ResultsWorkbook workbook)
{
    [Function(nameof(GetResultsWorkbook))]
    [Access(Role.Administrator)]
    [AnswersFile(SheetFile.XlsxType)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/results/workbook")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if (await table.FindAsync(id) is not { } results)
            return Answer.Refuse(ResultsRefusals.NotFrozen);
        var file = await workbook.OfAsync(contest.Rules, results);
        await caller.RecordAsync(contest.Rules.Region, id);
        return Answer.File(file, SheetFile.XlsxType, $"results-{id}.xlsx");
    }
}
