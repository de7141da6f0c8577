using System.Diagnostics.CodeAnalysis;

namespace EStation.Ledger.Committing;

/// <summary>The entries of one transaction, and the limits at which it closes.</summary>
internal sealed class Group
{
    /// <summary>A transaction holds 100 rows; one is the outbox row.</summary>
    public const int MostRows = 99;

    /// <summary>Folding an outbox row changes each total, marks its document and deletes the row, in one transaction.</summary>
    public const int MostTotals = 40;

    /// <summary>The news of a group are one property: 64 KiB at most in storage.</summary>
    public const int MostNewsBytes = 48 * 1024;

    /// <summary>A transaction takes 4 MiB.</summary>
    public const int MostBytes = 7 * 512 * 1024;

    /// <summary>A state is a bitmap and counters: one property, in base64.</summary>
    public const int MostStateBytes = 96 * 1024;

    private readonly List<Pending> members = [];
    private readonly Dictionary<string, Pending> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pending> states = new(StringComparer.Ordinal);
    private readonly HashSet<string> totals = new(StringComparer.Ordinal);
    private int rows;
    private int newsBytes;
    private int bytes;

    public IReadOnlyList<Pending> Members => members;

    /// <summary>Finds a member that writes one of the same rows: a transaction takes each key once.</summary>
    public bool Clashes(Pending pending, [NotNullWhen(true)] out Pending? member)
    {
        member =
            pending
                .Claims.Select(claim => keys.GetValueOrDefault(claim.Key) ?? states.GetValueOrDefault(claim.Key))
                .FirstOrDefault(found => found is not null)
            ?? (pending.Decision is { State: var state } ? keys.GetValueOrDefault(state) : null);
        return member is not null;
    }

    public bool TryAdd(Pending pending)
    {
        var weight = pending.Weight;
        var isNewState = pending.Decision is { State: var state } && !states.ContainsKey(state);
        var (stateRows, stateBytes) = isNewState ? (1, MostStateBytes) : (0, 0);
        var fits =
            members.Count == 0
            || (
                rows + weight.Rows + stateRows <= MostRows
                && totals.Count + weight.Totals.Count(row => !totals.Contains(row)) <= MostTotals
                && newsBytes + weight.NewsBytes <= MostNewsBytes
                && bytes + weight.Bytes + stateBytes <= MostBytes
            );
        if (fits)
            Add(pending, stateRows, stateBytes);
        return fits;
    }

    private void Add(Pending pending, int stateRows, int stateBytes)
    {
        members.Add(pending);
        totals.UnionWith(pending.Weight.Totals);
        rows += pending.Weight.Rows + stateRows;
        newsBytes += pending.Weight.NewsBytes;
        bytes += pending.Weight.Bytes + stateBytes;
        foreach (var claim in pending.Claims)
            keys.Add(claim.Key, pending);
        if (pending.Decision is { State: var state })
            states.TryAdd(state, pending);
    }
}
