using EStation.People;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Contests.Attempts;

/// <summary>
/// Guesses whether this is a person's first attempt in a contest, which can be stored unread. A wrong guess costs one conflict, not a wrong
/// decision: the key of a first attempt is taken when there was one.
/// </summary>
public sealed class AttemptMemory(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>
    /// From the second day on most who come have come before, perhaps to another instance: then reading is cheaper than a conflict.
    /// </summary>
    public bool IsLikelyFirst(Contest contest, Person person, DateTimeOffset now)
    {
        var today = Day.Of(now);
        return !cache.TryGetValue(Key(contest.Id, person.Id), out _)
            && (Day.Of(person.CreatedAt) == today || Day.Of(contest.OpensAt) == today);
    }

    public void Remember(string contest, string person) =>
        cache.Set(Key(contest, person), true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });

    private static string Key(string contest, string person) => $"attempted|{contest}|{person}";
}
