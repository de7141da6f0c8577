namespace EStation.Access;

public sealed class RefusalsOfAnHour
{
    private int count;
    private AuditEntry? rest;

    public string Key { get; } = Guid.NewGuid().ToString("N");

    public bool IsOneOf(int first) => Interlocked.Increment(ref count) <= first;

    public AuditEntry RestAfter(AuditEntry entry) => Interlocked.CompareExchange(ref rest, entry, null) ?? entry;
}
