using System.Text.Json.Serialization;

namespace EStation.Contests.Running;

/// <summary>A change of a published contest, for everybody.</summary>
public sealed record ContestChangeResponse(
    DateTimeOffset At,
    string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? OpensAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClosesAt,
    bool Cancelled
)
{
    public static ContestChangeResponse Of(ContestChange change) =>
        new(change.At, change.Reason, change.OpensAt, change.ClosesAt, change.Cancelled);
}
