namespace EStation;

public static class Clock
{
    // China has kept UTC+8 all year since 1991; a fixed offset needs no time zone data on the host.
    public static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Now, to the millisecond: what is stored and sent is then exactly what rules have seen.</summary>
    public static DateTimeOffset Now(this TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>An instant as clocks in China show it.</summary>
    public static DateTimeOffset InShanghai(this DateTimeOffset instant) => instant.ToOffset(Shanghai);
}
