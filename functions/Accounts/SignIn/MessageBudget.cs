using Azure;
using Azure.Data.Tables;
using EStation.People;
using EStation.Storage;

namespace EStation.Accounts.SignIn;

/// <summary>The day's budget of messages, a row a day in <c>SignIn</c>. An instance that ends loses the rest of its block.</summary>
public sealed class MessageBudget(StorageAccounts accounts, SignInOptions options, TimeProvider time)
{
    private const string UseColumn = "Use";
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Today? today;

    private TableClient Table => accounts.Table("SignIn");

    /// <param name="earned">The network has solved more codes than not: its strangers may also use the share of known phones.</param>
    public async Task<Share?> TakeAsync(string address, PhoneTrust trust, bool earned, DateTimeOffset now)
    {
        var day = On(Day.Of(now));
        if (trust == PhoneTrust.Here)
            return await day.KnownHere.TakeAsync() ? Share.KnownHere : null;
        var carrier = ClientNetwork.CarrierOf(address);
        if (!(await day.Row.SeeAsync()).IsFull(carrier, options.MessagesPerDay) && await day.Strangers.TakeAsync())
        {
            day.Row.Defer(use => use.Count(carrier));
            return Share.Strangers;
        }

        return (trust == PhoneTrust.Elsewhere || earned) && await day.Known.TakeAsync() ? Share.Known : null;
    }

    /// <summary>Returns a solved code to the budget. A lost update only makes the budget stricter.</summary>
    public void Solve(string address, DateTimeOffset askedAt)
    {
        var carrier = ClientNetwork.CarrierOf(address);
        if (today is { } present && present.Day == Day.Of(askedAt))
            present.Row.Defer(use => use.Solve(carrier));
    }

    private Today On(Day day)
    {
        lock (gate)
            return today?.Day == day ? today : today = new Today(day, RowOf(day), options.MessagesPerDay);
    }

    private SharedRow<DayUse> RowOf(Day day)
    {
        var key = $"messages|{day}";
        return new SharedRow<DayUse>(() => ReadAsync(key), (use, read) => WriteAsync(key, day, use, read), time, trust: Trust);
    }

    private async Task<(DayUse Use, ETag? Read)> ReadAsync(string key) =>
        await Table.FindAsync(key, key) is { } row
            ? (Packed.Read<DayUse>(new BinaryData(row.GetBinary(UseColumn))), row.ETag)
            : (DayUse.None, null);

    private Task<ETag?> WriteAsync(string key, Day day, DayUse use, ETag? read) =>
        Table.WriteAsync(new TableEntity(key, key) { [UseColumn] = Packed.Write(use).ToArray(), ["Until"] = day.End }, read);

    private sealed class Today(Day day, SharedRow<DayUse> row, int most)
    {
        public Day Day => day;

        public SharedRow<DayUse> Row => row;

        public Blocks Strangers { get; } = new(() => row.DecideAsync(use => use.Lease(Share.Strangers, most)));

        public Blocks Known { get; } = new(() => row.DecideAsync(use => use.Lease(Share.Known, most)));

        public Blocks KnownHere { get; } = new(() => row.DecideAsync(use => use.Lease(Share.KnownHere, most)));
    }

    /// <summary>This instance's rest of a share. Concurrent callers wait for one fetch of a block.</summary>
    private sealed class Blocks(Func<Task<int>> fetch)
    {
        private readonly Lock gate = new();
        private int left;
        private Task<bool>? fetching;

        public async Task<bool> TakeAsync()
        {
            while (true)
            {
                Task<bool> more;
                lock (gate)
                {
                    if (left > 0)
                    {
                        left--;
                        return true;
                    }

                    if (fetching is null or { IsCompleted: true })
                        fetching = FetchAsync();
                    more = fetching;
                }

                if (!await more)
                    return false;
            }
        }

        private async Task<bool> FetchAsync()
        {
            var block = await fetch();
            lock (gate)
                left += block;
            return block > 0;
        }
    }
}

public enum Share
{
    Strangers,

    /// <summary>For phones known in another network, and for strangers of earned networks after the strangers' share.</summary>
    Known,

    KnownHere,
}
