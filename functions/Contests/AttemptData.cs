using EStation.Privacy;
using EStation.People;

namespace EStation.Contests;

/// <summary>Attempts are kept, without the name; their number goes on counting as long as the contest is open.</summary>
internal sealed class AttemptData(ContestTable contests, AttemptTable attempts, ErasureTable erasures, TimeProvider time) : IPersonalData
{
    public string Name => "attempts";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<object>();
        foreach (var contest in person.Place is null ? [] : await contests.ListAsync())
        {
            foreach (var (attempt, submission, lapsed) in await attempts.ReadAsync(person.Place!.County, contest.Rules.Id, person.Id))
            {
                all.Add(new
                {
                    attempt.Contest, attempt.Number, attempt.Name, attempt.Village, attempt.Audience, attempt.Language, attempt.StartedAt, Lapsed = lapsed,
                    submission?.Answers, submission?.Result, submission?.Ranked,
                });
            }
        }

        return all;
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is not { } county)
            return;
        foreach (var contest in await contests.ListAsync())
        {
            var sittings = await attempts.ReadAsync(county, contest.Rules.Id, erasure.Person);
            if (contest.Rules.ClosesAt > time.Now())
                await KeepLimitsAsync(contest.Rules, sittings, erasure);
            await attempts.ForgetNameAsync(county, contest.Rules.Id, erasure.Person, Day.Of(time.Now()));
        }
    }

    private async Task KeepLimitsAsync(Contest contest, IReadOnlyList<Sitting> sittings, Erasure erasure)
    {
        var before = erasure.Earlier.Where(earlier => earlier.Contest == contest.Id).SelectMany(earlier => earlier.ByDay);
        var byDay = sittings.Select(sitting => KeyValuePair.Create(Day.Of(sitting.Attempt.StartedAt), 1)).Concat(before)
            .GroupBy(day => day.Key, day => day.Value).ToDictionary(day => day.Key, day => day.Sum());
        if (byDay.Count > 0)
            await erasures.AddEarlierAsync(erasure.PhoneHashes[0], new EarlierAttempts(contest.Id, byDay, contest.ClosesAt));
    }
}
