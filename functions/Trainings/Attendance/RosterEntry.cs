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
    IReadOnlyList<RosterAnswer> Answers,
    IReadOnlyList<RosterStay> Stays
);

/// <param name="Late">By more than 15 minutes; the same for early.</param>
public sealed record RosterStay(int Session, double Hours, bool Late, bool Early)
{
    public static RosterStay Of(Training training, Presence presence) =>
        training.Sessions.ElementAtOrDefault(presence.Session - 1) is { } session
            ? new(
                presence.Session,
                Math.Round(presence.Stay.LengthIn(session).TotalHours, 2),
                presence.Stay.IsLateIn(session),
                presence.Stay.IsEarlyIn(session)
            )
            : new(presence.Session, 0, Late: false, Early: false);
}

/// <param name="Answer">In words.</param>
public sealed record RosterAnswer(string Id, Text Question, string Answer);
