using EStation.Regions;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

/// <summary>A line of a training's roster, with what officials need to see.</summary>
/// <param name="Phone">In full; null when the person has been erased.</param>
/// <param name="Sessions">The sessions attended, from 1.</param>
/// <param name="Ticket">For those who come without it, and for corrections; null when the sign-up is cancelled.</param>
public sealed record RosterEntry(
    string Enrolment,
    int Number,
    string Name,
    string? Phone,
    RegionCode? Village,
    string VillageName,
    EnrolmentState State,
    int? Position,
    DateTimeOffset SignedUpAt,
    IReadOnlyList<int> Sessions,
    double AttendedHours,
    string? Certificate,
    int? Rating,
    string? Comment,
    string? Ticket
);
