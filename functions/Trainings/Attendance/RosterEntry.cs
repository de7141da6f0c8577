using EStation.Regions;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

/// <param name="Phone">In full; null when the person has been erased.</param>
/// <param name="Ticket">For people without their phone, and for corrections; null when the sign-up is cancelled.</param>
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
    string? Ticket,
    IReadOnlyList<RosterAnswer> Answers
);

/// <param name="Answer">In words.</param>
public sealed record RosterAnswer(string Id, Text Question, string Answer);
