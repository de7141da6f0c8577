namespace EStation;

public static class Clock
{
    // China has kept UTC+8 all year since 1991; a fixed offset needs no time zone data on the host.
    public static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>The current time in whole milliseconds, so that rules see the same value that is stored and sent.</summary>
    public static DateTimeOffset Now(this TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    public static DateTimeOffset InShanghai(this DateTimeOffset instant) => instant.ToOffset(Shanghai);
}
