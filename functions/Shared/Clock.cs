namespace EStation;

internal static class Clock
{
    /// <summary>Now, to the millisecond: what is stored and sent is then exactly what rules have seen.</summary>
    public static DateTimeOffset Now(this TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
