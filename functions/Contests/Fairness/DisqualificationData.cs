using EStation.People;
using EStation.Privacy;

namespace EStation.Contests.Fairness;

/// <summary>Erasure keeps disqualifications without their reasons, since what counts follows from them.</summary>
public sealed class DisqualificationData(ContestTable contests, DisqualificationTable disqualifications) : IPersonalData
{
    public string Name => "disqualifications";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<object>();
        foreach (var contest in person.Place is null ? [] : await contests.ListAsync())
        {
            var own = (await disqualifications.ListAsync(person.Place!.County, contest.Rules.Id)).Where(one => one.Person == person.Id);
            all.AddRange(
                own.Select(one => new
                {
                    one.Contest,
                    Attempt = one.Number,
                    one.Reason,
                    one.At,
                    one.UndoneAt,
                })
            );
        }

        return all;
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is not { } county)
            return;
        foreach (var contest in await contests.ListFreshAsync())
            await disqualifications.ForgetReasonsAsync(county, contest.Rules.Id, erasure.Person);
    }
}
