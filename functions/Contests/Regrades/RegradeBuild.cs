using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>
/// Adds every record to the totals of a version of the key: once, since the record says so in the transaction of its news. Submissions that
/// the version marked have added themselves.
/// </summary>
public sealed class RegradeBuild(AttemptTable attempts, AttemptNews newsOf, Remarking remarking, RegradeScan scan)
{
    private const int WritesAtOnce = 200;

    /// <summary>Until a look at a county finds nothing left to add.</summary>
    public Task RunAsync(string contest, int version) =>
        scan.ForEachCountyAsync(async county =>
        {
            while (await BuildAsync(county, contest, version) > 0) { }
        });

    private async Task<int> BuildAsync(RegionCode county, string contest, int version)
    {
        var (found, writes) = (0, new List<Task<bool>>());
        await foreach (var person in attempts.ReadRecordsAsync(county, contest))
        {
            await foreach (var (record, attempt) in MissingAsync(contest, person, version))
            {
                found++;
                writes.Add(AddAsync(record, attempt, version));
            }

            if (writes.Count < WritesAtOnce)
                continue;
            await Task.WhenAll(writes);
            writes.Clear();
        }

        await Task.WhenAll(writes);
        return found;
    }

    /// <summary>The records that are not in the totals of the version, with the best before them under it.</summary>
    private async IAsyncEnumerable<(Sitting Record, Attempt Attempt)> MissingAsync(string contest, IReadOnlyList<Sitting> person, int version)
    {
        if (person.All(sitting => !IsMissing(sitting, version)))
            yield break;
        Best? best = null;
        foreach (var (record, marked) in person.Zip(await remarking.MarkAsync(contest, person, version)))
        {
            if (IsMissing(record, version))
                yield return (record, record.Attempt with { PreviousBest = best, Step = record.Exclusions.Step, IsExcluded = false });
            if (marked.Ranked is { } result && result.IsBetterThan(best))
                best = result;
        }
    }

    private static bool IsMissing(Sitting sitting, int version) => sitting is { Ranked: not null, Submission: { } one } && one.BuiltKey < version;

    private async Task<bool> AddAsync(Sitting record, Attempt attempt, int version)
    {
        var news = await newsOf.AsideAsync(attempt, record.Submission!, version);
        // The name of an erased person must not come back with an attempt that was under way.
        if (attempt.Name.Length == 0)
            news = news.Append(NameForgotten.Of(attempt, ContestKeys.Stored(version)));
        return await attempts.NoteAsync(record, new RegradeNote(Built: version), [], news);
    }
}
