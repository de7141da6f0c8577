using System.Text.Json.Serialization;

namespace EStation.Contests.Running;

/// <summary>A change of a published contest. The reason is public.</summary>
/// <param name="By">The administrator's id.</param>
/// <param name="StartsUntil">Where it closes earlier: so long an instance may not know it.</param>
public sealed record ContestChange(
    DateTimeOffset At,
    string By,
    string Reason,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    bool Cancelled,
    DateTimeOffset? StartsUntil = null
)
{
    public bool Says(ContestChange other) =>
        (Reason, OpensAt, ClosesAt, Cancelled) == (other.Reason, other.OpensAt, other.ClosesAt, other.Cancelled);
}

/// <summary>All changes of a published contest, in order.</summary>
/// <param name="Told">So many of them the participants have been told of.</param>
/// <param name="FlagKey">See <see cref="Fairness.FlagKeys"/>.</param>
/// <param name="ExtraSeconds">The most time that somebody was given besides the usual.</param>
public sealed record ContestChanges(IReadOnlyList<ContestChange> All, int Told = 0, int ExtraSeconds = 0, byte[]? FlagKey = null)
{
    public static readonly ContestChanges None = new([]);

    [JsonIgnore]
    public bool IsCancelled => All.Any(change => change.Cancelled);

    [JsonIgnore]
    public DateTimeOffset? OpensAt => All.LastOrDefault(change => change.OpensAt is not null)?.OpensAt;

    [JsonIgnore]
    public DateTimeOffset? ClosesAt => All.LastOrDefault(change => change.ClosesAt is not null)?.ClosesAt;

    [JsonIgnore]
    public TimeSpan LongestExtra => TimeSpan.FromSeconds(ExtraSeconds);

    /// <summary>When the last attempt can have been started, also at an instance that knew of a change late.</summary>
    public DateTimeOffset LastStart(DateTimeOffset closesAt) => All.Select(change => change.StartsUntil ?? closesAt).Append(closesAt).Max();
}
