using EStation.Identity;

namespace EStation.People;

/// <summary>How often codes may be asked for: by a phone, from an address, and by all together in a day.</summary>
internal sealed class SignInLimits(LimitTable limits, PhoneVault phones, SignInOptions options)
{
    /// <summary>One row would be a bottleneck on a contest day: the day's budget is spread over several.</summary>
    private const int MostShards = 32;
    private const int LeastPerShard = 50;

    public async Task<Refusal?> TakeAsync(Phone phone, string address, DateTimeOffset now)
    {
        var wait = await limits.TakeAsync($"address|{address}", options.PerAddressPerMinute, TimeSpan.FromMinutes(1), now)
            ?? await limits.TakeAsync($"phone|{phones.HashesOf(phone)[0]}", options.PerPhonePerHour, TimeSpan.FromHours(1), now)
            ?? await TakeOfDayAsync(now);
        return wait is { } left ? Refusal.RetryIn(left) : null;
    }

    private async Task<TimeSpan?> TakeOfDayAsync(DateTimeOffset now)
    {
        var shards = Math.Clamp(options.MessagesPerDay / LeastPerShard, 1, MostShards);
        var first = Random.Shared.Next(shards);
        TimeSpan? wait = null;
        for (var i = 0; i < shards; i++)
        {
            var shard = (first + i) % shards;
            var share = (options.MessagesPerDay / shards) + (shard < options.MessagesPerDay % shards ? 1 : 0);
            wait = await limits.TakeAsync($"messages|{shard}", share, TimeSpan.FromDays(1), now);
            if (wait is null)
                break;
        }

        return wait;
    }
}
