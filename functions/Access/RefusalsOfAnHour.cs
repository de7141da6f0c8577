namespace EStation.Access;

/// <summary>How often somebody was refused by a function in an hour, as far as this instance knows.</summary>
public sealed class RefusalsOfAnHour
{
    private int count;
    private AuditEntry? rest;

    /// <summary>Names the entry in which the rest is counted.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Counts one more.</summary>
    /// <returns>Whether it is one of the first.</returns>
    public bool IsOneOf(int first) => Interlocked.Increment(ref count) <= first;

    /// <summary>The entry in which the rest is counted: it is the first of them.</summary>
    public AuditEntry RestAfter(AuditEntry entry) => Interlocked.CompareExchange(ref rest, entry, null) ?? entry;
}
