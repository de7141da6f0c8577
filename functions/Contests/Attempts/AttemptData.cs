using EStation.People;
using EStation.Privacy;

namespace EStation.Contests;

/// <summary>Attempts are kept, without the name; their number goes on counting as long as the contest is open.</summary>
public sealed class AttemptData(ContestTable contests, AttemptTable attempts, PhoneTable phones, TimeProvider time) : IPersonalData
{
    public string Name => "attempts";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<object>();
        foreach (var contest in person.Place is null ? [] : await contests.ListAsync())
        {
            foreach (var (attempt, submission, lapsed) in await attempts.ReadAsync(person.Place!.County, contest.Rules.Id, person.Id))
            {
                all.Add(
                    new
                    {
                        attempt.Contest,
                        attempt.Number,
                        attempt.Name,
                        attempt.Village,
                        attempt.Audience,
                        attempt.Language,
                        attempt.StartedAt,
                        Lapsed = lapsed,
                        submission?.Answers,
                        submission?.Result,
                        submission?.Ranked,
                    }
                );
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
            {
                var days = sittings.Select(sitting => Day.Of(sitting.Attempt.StartedAt));
                await phones.KeepAsync(erasure, EarlierUse.AttemptsIn(contest.Rules.Id), days, contest.Rules.ClosesAt);
            }

            await attempts.ForgetNameAsync(county, contest.Rules.Id, erasure.Person, Day.Of(time.Now()));
        }
    }
}
