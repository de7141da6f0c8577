namespace EStation.People;

/// <summary>More attempts or time in a contest for one person, for one day. It is stored with the person, so that a start reads nothing.</summary>
public sealed record Allowance(string Contest, Day Day, int Attempts, int Seconds, string Reason, DateTimeOffset At)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(120);

    public bool Says(Allowance other) =>
        (Contest, Day, Attempts, Seconds, Reason) == (other.Contest, other.Day, other.Attempts, other.Seconds, other.Reason);

    public bool IsOldAt(DateTimeOffset now) => now - At > Kept;
}
