using EStation.Counting;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>Recounts entries, participants and passes from attempts. The order of attempts tells new participants.</summary>
public sealed class AttemptRecount(AttemptTable attempts, ContestTable contests, Remarking remarking) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } =
        new HashSet<Metric> { Metric.ContestEntries, Metric.ContestParticipants, Metric.ContestPassed };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        var counted = new HashSet<(string Contest, string Person)>();
        await foreach (var sitting in attempts.ReadAllAsync(county))
        {
            var (attempt, submission, excluded) = (sitting.Attempt, sitting.Submission, sitting.IsExcluded);
            if (submission is not { Ranked: true })
                continue;
            // A disqualified person was reached all the same.
            yield return Of(Metric.ContestEntries, attempt.Person) with
            {
                Count = excluded ? 0 : 1,
            };
            if (excluded)
                continue;
            if (counted.Add((attempt.Contest, attempt.Person)))
                yield return Of(Metric.ContestParticipants);
            var marked = (await remarking.MarkAsync(sitting, submission.CountedKey)).Submission!;
            if (marked.Passed((await contests.FindAsync(attempt.Contest, attempt.Version)).Rules))
                yield return Of(Metric.ContestPassed);

            Counted Of(Metric metric, string? who = null) =>
                new(attempt.Village, Day.Of(submission.Result.SubmittedAt), attempt.Audience, metric, 1, who);
        }
    }
}
