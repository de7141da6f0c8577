using Azure;
using Azure.Data.Tables;
using EStation.People;
using EStation.Storage;

namespace EStation.Accounts.SignIn;

/// <summary>
/// The day's budget of messages in <c>SignIn</c>, a row a day. This instance takes it in blocks, so that a code hardly ever costs a request;
/// what is left of a block when an instance ends is lost.
/// </summary>
public sealed class MessageBudget(StorageAccounts accounts, SignInOptions options, TimeProvider time)
{
    private const string UseColumn = "Use";
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Today? today;

    private TableClient Table => accounts.Table("SignIn");

    /// <summary>Takes one message.</summary>
    /// <param name="earned">The network has solved more codes than not: strangers there get what is kept for the known too.</param>
    /// <returns>From which share it is; null when none is left.</returns>
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

    /// <summary>A stranger's code was solved. That may get lost, on the safe side.</summary>
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

    /// <summary>What this instance has left of a share. However many ask at once, one block is fetched.</summary>
    private sealed class Blocks(Func<Task<int>> fetch)
    {
        private readonly Lock gate = new();
        private int left;
        private Task<bool>? fetching;

        /// <returns>False when the share is used up.</returns>
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

/// <summary>The shares of the day's budget.</summary>
public enum Share
{
    Strangers,

    /// <summary>For phones that are known elsewhere, and for strangers where codes are solved, once the strangers' share is used up.</summary>
    Known,

    /// <summary>For phones that are known where they ask.</summary>
    KnownHere,
}
