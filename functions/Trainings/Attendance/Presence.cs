using EStation.Regions;

namespace EStation.Trainings.Attendance;

/// <summary>Somebody was at a session of a training.</summary>
/// <param name="Session">From 1.</param>
/// <param name="Venue">Where it counts.</param>
/// <param name="Day">On which it counts: the session's, however late it is told.</param>
/// <param name="By">The official who said so, by id.</param>
/// <param name="CorrectedAt">When it was taken back, or null.</param>
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
);
