using EStation.People;
using EStation.Privacy;

namespace EStation.Contests.Reports;

public sealed class QuestionReportData(ContestTable contests, QuestionReportTable reports) : IPersonalData
{
    public string Name => "questionReports";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<QuestionReport>();
        foreach (var contest in await contests.ListAsync())
            all.AddRange(await reports.OfAsync(contest.Rules.Id, person.Id));
        return all;
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        foreach (var contest in await contests.ListFreshAsync())
            await reports.ForgetAsync(contest.Rules.Id, erasure.Person);
    }
}
