using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.People;

/// <summary>Counts per window of time, in <c>SignIn</c>: they hold for all instances together and survive them.</summary>
internal sealed class LimitTable(StorageAccounts accounts)
{
    private const int Turns = 64;
    private const int MostTries = 20;

    /// <summary>Whoever waits longer for a turn, because storage is slow, is told so: waiting adds up along the queue.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const string CountColumn = "Count";
    private const string UntilColumn = "Until";

    // A village behind one address asks at once: within this process they take turns instead of colliding.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];

    // A window that is full stays full: whoever comes too late is told at once, and does not stand in the way of those who ask for another.
    private readonly ConcurrentDictionary<string, DateTimeOffset> full = new();

    private TableClient Table => accounts.Table("SignIn");

    /// <summary>Takes one of so many in the window that now lies in.</summary>
    /// <returns>Null when there was one left, else how long the window still lasts.</returns>
    public async Task<TimeSpan?> TakeAsync(string what, int limit, TimeSpan window, DateTimeOffset now)
    {
        var number = now.UtcTicks / window.Ticks;
        var left = new DateTimeOffset((number + 1) * window.Ticks, TimeSpan.Zero) - now;
        var rowKey = string.Create(CultureInfo.InvariantCulture, $"{what}|{number}");
        if (full.TryGetValue(rowKey, out var until))
            return until - now;
        var turn = turns[(uint)what.GetHashCode(StringComparison.Ordinal) % Turns];
        if (!await turn.WaitAsync(Patience))
            throw new UnavailableException($"Too many wait for the counter of {what.Split('|')[0]}.");
        try
        {
            if (full.ContainsKey(rowKey) || !await TakeAsync(what, rowKey, limit, now + left))
                return Fill(rowKey, left, now);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    private TimeSpan Fill(string rowKey, TimeSpan left, DateTimeOffset now)
    {
        full[rowKey] = now + left;
        foreach (var (over, _) in full.Where(window => window.Value <= now))
            full.TryRemove(over, out _);
        return left;
    }

    /// <returns>False when none is left.</returns>
    private async Task<bool> TakeAsync(string what, string rowKey, int limit, DateTimeOffset until)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var row = await Table.FindAsync(what, rowKey);
            var count = row?.GetInt32(CountColumn) ?? 0;
            if (count >= limit)
                return false;
            if (await Table.TryWriteAsync(new TableEntity(what, rowKey) { [CountColumn] = count + 1, [UntilColumn] = until }, row?.ETag))
                return true;
            await Task.Delay(Random.Shared.Next(1, 10 * (tries + 1))); // so that those who collided do not meet again
        }

        throw new UnavailableException($"The counter of {what.Split('|')[0]} is too busy.");
    }
}
