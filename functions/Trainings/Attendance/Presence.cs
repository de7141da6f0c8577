using EStation.Regions;

namespace EStation.Trainings.Attendance;

/// <param name="Session">From 1.</param>
/// <param name="Day">The day of the session, even when the scan arrives later.</param>
/// <param name="By">The id of the official.</param>
public sealed record Presence(
    string Training,
    int Session,
    string Person,
    RegionCode Venue,
    Audience Audience,
    Day Day,
    string By,
    DateTimeOffset At,
    DateTimeOffset? CorrectedAt
)
{
    public Stay Stay { get; init; } = Stay.Whole;
}
