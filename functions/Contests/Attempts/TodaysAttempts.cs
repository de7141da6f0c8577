using EStation.People;

namespace EStation.Contests.Attempts;

/// <summary>Finds what a person can do today: at most two contests are asked, one read each.</summary>
public sealed class TodaysAttempts(AttemptTable attempts, Tickets tickets, TimeProvider time)
{
    private const int Most = 2;

    /// <summary>The first contest with something to do, else the first; null when none is open to the person.</summary>
    /// <param name="contests">In the order of the first page.</param>
    public async Task<TodaysAttempt?> FindAsync(Person person, IEnumerable<Contest> contests)
    {
        var now = time.Now();
        var open = contests.Where(contest => contest.OpensAt <= now && contest.TakesAnswersAt(now)).Take(Most);
        var found = await Task.WhenAll(open.Select(contest => OfAsync(contest, person, now)));
        return found.FirstOrDefault(one => one is { State: not TodaysAttemptState.Done }) ?? found.FirstOrDefault(one => one is not null);
    }

    private async Task<TodaysAttempt?> OfAsync(Contest contest, Person person, DateTimeOffset now)
    {
        var sittings = person.Place is { } place ? await attempts.ReadAsync(place.County, contest.Id, person.Id) : [];
        return TodaysAttempt.Of(contest, person, sittings, tickets.Seal, now);
    }
}
