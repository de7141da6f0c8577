using EStation.Contests;
using EStation.Ledger;
using EStation.People;

namespace EStation.Generator;

/// <summary>Stores facts as the functions do: the same records, the same news, through the group commit.</summary>
internal sealed class Loader(CountyLedgers ledgers, AttemptTable attempts)
{
    private const int AtOnce = 400;
    private static readonly IReadOnlyDictionary<string, bool> NoMarks = new Dictionary<string, bool>();

    public Task StoreAsync(IEnumerable<Fact> facts) =>
        Parallel.ForEachAsync(facts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (fact, _) => await StoreAsync(fact));

    public async Task StoreAsync(Fact fact)
    {
        if (fact is Registered registered)
            await ledgers.WriteAsync(registered.County, Registrations.EntryOf(registered.Person, registered.County, NewsOf(registered), registered.At));
        else if (fact is Sat sat && await attempts.AddAsync(sat.Attempt, lapsed: null))
            await attempts.AddAsync(sat.Attempt, sat.Submission, NewsOf(sat));
    }

    public static PersonRegistered NewsOf(Registered fact) => new(fact.Village, fact.Audience, Day.Of(fact.At));

    public static AttemptCounted NewsOf(Sat fact) => new(
        fact.Village, fact.Audience, Day.Of(fact.At), fact.Attempt.Contest, fact.Person, fact.Attempt.Name,
        fact.Submission.Result, fact.Attempt.PreviousBest, fact.Passed, fact.Attempt.Language, NoMarks);
}
