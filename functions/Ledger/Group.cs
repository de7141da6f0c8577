using System.Diagnostics.CodeAnalysis;

namespace EStation.Ledger;

/// <summary>
/// The entries that are written in one transaction, and when no more may join.
/// </summary>
internal sealed class Group
{
    /// <summary>A transaction holds 100 rows; one is the outbox row.</summary>
    public const int MostRows = 99;

    /// <summary>Folding one outbox row changes each total, marks its document dirty and deletes the outbox row: that has to fit in a transaction.</summary>
    public const int MostTotals = 40;

    /// <summary>The news of a group are one property: 64 KiB at most in storage.</summary>
    public const int MostNewsBytes = 48 * 1024;

    /// <summary>A transaction takes 4 MiB.</summary>
    public const int MostBytes = 7 * 512 * 1024;

    private readonly List<Pending> members = [];
    private readonly Dictionary<string, Pending> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> totals = new(StringComparer.Ordinal);
    private int rows;
    private int newsBytes;
    private int bytes;

    public IReadOnlyList<Pending> Members => members;

    /// <summary>A member that writes one of the keys that this entry writes: a transaction takes each key once.</summary>
    public bool Clashes(Entry entry, [NotNullWhen(true)] out Pending? member)
    {
        member = entry.Keys.Select(key => keys.GetValueOrDefault(key)).FirstOrDefault(found => found is not null);
        return member is not null;
    }

    public bool TryAdd(Pending pending)
    {
        var entry = pending.Entry;
        var fits = members.Count == 0 || (
            rows + entry.Changes.Count <= MostRows
            && totals.Count + entry.Touches.Count(row => !totals.Contains(row)) <= MostTotals
            && newsBytes + entry.NewsBytes <= MostNewsBytes
            && bytes + entry.Bytes <= MostBytes);
        if (fits)
            Add(pending);
        return fits;
    }

    private void Add(Pending pending)
    {
        members.Add(pending);
        totals.UnionWith(pending.Entry.Touches);
        rows += pending.Entry.Changes.Count;
        newsBytes += pending.Entry.NewsBytes;
        bytes += pending.Entry.Bytes;
        foreach (var key in pending.Entry.Keys)
            keys.Add(key, pending);
    }
}
