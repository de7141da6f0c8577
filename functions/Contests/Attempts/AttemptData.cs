using EStation.Contests.Running;
using EStation.People;
using EStation.Privacy;

namespace EStation.Contests.Attempts;

/// <summary>Erasure keeps attempts without the name; their number counts until the contest closes.</summary>
public sealed class AttemptData(ContestTable contests, AttemptTable attempts, TurnTable turns, PhoneTable phones, TimeProvider time)
    : IPersonalData
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
                        Answers = submission is null ? null : await SayAsync(attempt, submission),
                        Questions = contest.Rules.PerQuestion
                            ? (await turns.ReadAsync(attempt)).Select(question => new { question.Number, question.At })
                            : null,
                        submission?.Result,
                        submission?.Ranked,
                    }
                );
            }
        }

        return all;
    }

    /// <remarks>
    /// An erased person's token works until each instance knows; taking the next attempt's key first makes the count final.
    /// </remarks>
    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is not { } county)
            return;
        foreach (var contest in await contests.ListFreshAsync())
        {
            var id = contest.Rules.Id;
            if (contest.Rules.TakesAnswersAt(time.Now() - Erasure.ClocksDiffer))
            {
                var sittings = await attempts.CloseAsync(county, id, erasure.Person);
                var days = sittings.Select(sitting => Day.Of(sitting.Attempt.StartedAt));
                await phones.KeepAsync(erasure, EarlierUse.AttemptsIn(id), days, contest.Rules.ClosesAt + ChangeRules.LongestExtension);
            }

            await attempts.ForgetNameAsync(county, id, erasure.Person, Day.Of(time.Now()));
        }
    }

    /// <summary>The export shows answers as texts, since the author's ids stay on the server.</summary>
    private async Task<IReadOnlyDictionary<string, string[]>> SayAsync(Attempt attempt, Submission submission)
    {
        var bank = (await contests.FindAsync(attempt.Contest, attempt.Version)).Bank;
        return submission.Answers.ToDictionary(
            answer => answer.Key,
            answer =>
                bank.Questions.Where(question => question.Id == answer.Key)
                    .SelectMany(question => question.Options)
                    .Where(option => answer.Value.Contains(option.Id))
                    .Select(option => option.Text.Zh)
                    .ToArray()
        );
    }
}
