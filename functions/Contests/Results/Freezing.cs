using System.Collections.Concurrent;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Contests.Draws;
using EStation.Identity;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Results;

/// <summary>Computes a ranking and its lots from the records of all counties.</summary>
public sealed class Freezing(
    AttemptTable attempts,
    FoldTable fold,
    KeyTable keys,
    ResultsTable results,
    NamesTable names,
    Divisions divisions,
    Secrets secrets
)
{
    private const int CountiesAtOnce = 8;

    /// <summary>Longer than an answer that was accepted in time takes to be stored.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    /// <summary>Whether the contest takes no answer any more, and every answer is counted and published.</summary>
    public async Task<bool> IsOverAsync(Contest contest, DateTimeOffset now)
    {
        if (contest.TakesAnswersAt(now - Settling) || !(await keys.FindAsync(contest.Id)).Keys.IsFinished)
            return false;
        var uncounted = new ConcurrentBag<RegionCode>();
        await ForEachCountyAsync(async county =>
        {
            if (!await IsCountedAsync(county, contest.Id))
                uncounted.Add(county);
        });
        return uncounted.IsEmpty;
    }

    /// <summary>Stores ranking, names and lots; the results themselves are for the caller to store.</summary>
    public async Task<ContestResults> FreezeAsync(Contest contest, ResultsTerms terms, string by, DateTimeOffset now)
    {
        var people = new ConcurrentBag<(FrozenEntry Entry, string Name)>();
        await ForEachCountyAsync(async county =>
        {
            await foreach (var sittings in AttemptsOf(county, contest.Id))
            {
                if (EntryOf(contest, sittings) is { } entry)
                    people.Add((entry, sittings[^1].Attempt.Name));
            }
        });
        var ranking = FrozenRanking.Of(people.Select(person => person.Entry));
        var lots = LotList.Write(ranking.Entries.SelectMany(entry => entry.Lots));
        var byPerson = people.ToDictionary(person => person.Entry.Person, person => person.Name);
        await names.AddAsync(
            contest.Id,
            ranking.Entries.Take(Leaderboard.Length).ToDictionary(entry => entry.Person, entry => byPerson[entry.Person])
        );
        return new ContestResults(
            contest.Id,
            ResultsState.Frozen,
            now,
            by,
            terms,
            ranking.Entries.Count,
            await results.AddRankingAsync(contest.Id, ranking),
            ranking.Entries.Sum(entry => entry.Lots.Count),
            await results.AddLotsAsync(contest.Id, lots)
        );
    }

    private async Task<bool> IsCountedAsync(RegionCode county, string contest) =>
        !await fold.ReadOutbox(county).AnyAsync(row => row.News.SelectMany(news => news.Cells()).Any(cell => IsOf(contest, cell.Document)))
        && !(await fold.ReadMarksAsync(county)).Any(mark => IsOf(contest, mark.Document));

    private static bool IsOf(string contest, string document) =>
        ContestCells.Kind.TryParse(document, out var board) && board.Contest == contest;

    /// <summary>A person's attempts are consecutive.</summary>
    private async IAsyncEnumerable<List<Sitting>> AttemptsOf(RegionCode county, string contest)
    {
        List<Sitting> sittings = [];
        await foreach (var sitting in attempts.ReadAllAsync(county, contest))
        {
            if (sittings.Count > 0 && sittings[0].Attempt.Person != sitting.Attempt.Person)
            {
                yield return sittings;
                sittings = [];
            }

            sittings.Add(sitting);
        }

        if (sittings.Count > 0)
            yield return sittings;
    }

    private FrozenEntry? EntryOf(Contest contest, List<Sitting> sittings)
    {
        if (AttemptRules.BestOf(sittings) is not { } best)
            return null;
        var (attempt, key) = (sittings[0].Attempt, secrets.Receipts.Current.Bytes);
        var submitted = sittings.Where(sitting => sitting.Counts).ToList();
        var lots = submitted.SelectMany(sitting =>
            Enumerable
                .Range(1, sitting.Submission!.DrawChancesIn(contest))
                .Select(chance => LotList.IdOf(contest.Id, sitting.Submission.Receipt(sitting.Attempt, key), chance))
        );
        return new FrozenEntry(
            attempt.Person,
            attempt.County,
            attempt.Village,
            best,
            submitted.Sum(sitting => sitting.Submission!.PointsIn(contest)),
            [.. lots]
        );
    }

    private Task ForEachCountyAsync(Func<RegionCode, Task> body) =>
        Parallel.ForEachAsync(
            divisions.Counties,
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) => await body(county)
        );
}
