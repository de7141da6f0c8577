using EStation.Identity;

namespace EStation.People;

/// <summary>
/// How often codes may be asked for: from a network, for a phone, and by all together in a day. docs/decisions.md says why so.
/// </summary>
internal sealed class SignInLimits(LimitTable limits, KnownNetworks networks, PhoneVault phones, SignInOptions options)
{
    /// <summary>One row would be a bottleneck on a contest day: the day's budget is spread over several.</summary>
    private const int MostShards = 32;
    private const int LeastPerShard = 50;

    /// <summary>Strangers' networks together may ask for one phone so many times as much as one alone, in an hour and in a day.</summary>
    private const int StrangersAnHour = 4;
    private const int StrangersADay = 8;

    /// <summary>One network may use up so many minutes' worth of codes a day: it cannot use up everybody's.</summary>
    private const int FullMinutesADay = 30;

    public async Task<Refusal?> TakeAsync(Phone phone, string address, DateTimeOffset now)
    {
        var network = Network.Of(address);
        var wait =
            await limits.TakeAsync($"address|{network}", options.PerAddressPerMinute, TimeSpan.FromMinutes(1), now)
            ?? await limits.TakeAsync($"address-day|{network}", FullMinutesADay * options.PerAddressPerMinute, TimeSpan.FromDays(1), now)
            ?? await TakeOfPhoneAsync(phone, address, now)
            ?? await TakeOfDayAsync(now);
        return wait is { } left ? Refusal.RetryIn(left) : null;
    }

    /// <summary>
    /// Each network has its own count for a phone, so that a stranger uses up a stranger's. All strangers' together have a ceiling, which
    /// bounds both guessing and pestering; networks where this phone has signed in before are not under it.
    /// </summary>
    private async Task<TimeSpan?> TakeOfPhoneAsync(Phone phone, string address, DateTimeOffset now)
    {
        var hash = phones.HashesOf(phone)[0];
        if (
            await limits.TakeAsync($"phone|{hash}|{Network.GroupOf(address)}", options.PerPhonePerHour, TimeSpan.FromHours(1), now) is
            { } wait
        )
            return wait;
        if (await networks.IsKnownAsync(phone, address, now))
            return null;
        return await limits.TakeAsync($"strangers|{hash}", StrangersAnHour * options.PerPhonePerHour, TimeSpan.FromHours(1), now)
            ?? await limits.TakeAsync($"strangers-day|{hash}", StrangersADay * options.PerPhonePerHour, TimeSpan.FromDays(1), now);
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
