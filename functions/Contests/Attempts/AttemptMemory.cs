using EStation.People;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Contests.Attempts;

/// <summary>Guesses whether an attempt is a person's first and needs no read. A wrong guess costs one ETag conflict.</summary>
public sealed class AttemptMemory(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>From the second day on most participants have earlier attempts, so a read is cheaper than a conflict.</summary>
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
