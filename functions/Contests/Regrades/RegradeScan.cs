using System.Collections.Concurrent;
using EStation.Contests.Attempts;
using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>Reads the records of a contest in all counties, person by person.</summary>
public sealed class RegradeScan(AttemptTable attempts, Remarking remarking, Divisions divisions)
{
    private const int CountiesAtOnce = 8;

    /// <param name="before">The contest under the one key.</param>
    /// <param name="after">Under the other.</param>
    /// <param name="until">Later submissions are left out.</param>
    public async Task<IReadOnlyList<RegradeEffect>> RunAsync(PublishedContest before, PublishedContest after, DateTimeOffset until)
    {
        var effects = new ConcurrentBag<RegradeEffect>();
        await ForEachCountyAsync(
            async county =>
            {
                await foreach (var person in attempts.ReadRecordsAsync(county, before.Rules.Id))
                {
                    if (RegradeEffect.Of(await MarkAsync(person, before), await MarkAsync(person, after), until) is { } effect)
                        effects.Add(effect);
                }
            }
        );
        return [.. effects];
    }

    /// <summary>The counties whose ledgers may hold attempts: records stay in the county of registration.</summary>
    public Task ForEachCountyAsync(Func<RegionCode, Task> body) =>
        Parallel.ForEachAsync(
            divisions.Counties,
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) => await body(county)
        );

    private async Task<IReadOnlyList<Sitting>> MarkAsync(IReadOnlyList<Sitting> person, PublishedContest contest)
    {
        var marked = new Sitting[person.Count];
        for (var at = 0; at < marked.Length; at++)
            marked[at] = await remarking.MarkAsync(person[at], contest);
        return marked;
    }
}
