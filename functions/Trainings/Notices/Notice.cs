using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Notices;

public enum NoticeKind
{
    Confirmed,

    Cancelled,

    Reminder,

    SignedUp,

    Moved,
}

/// <summary>A message for people of a training. One transaction stores it with its cause; it is deleted when all have received
/// it.</summary>
/// <param name="Key">The base of the message ids: a message sent again after a crash has the same id.</param>
/// <param name="Numbers">The range of sign-up numbers that receive it; null for all people concerned.</param>
/// <param name="Told">All numbers up to this one have received it, except those missed.</param>
public sealed record Notice(string Key, NoticeKind Kind, DateTimeOffset At, Span? Numbers, int Told = 0)
{
    /// <summary>The outlet may refuse a message for this long; later it is dropped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public IReadOnlyList<int> Missed { get; init; } = [];

    /// <summary>Sending stops above this number of refusals: their list is one column.</summary>
    public const int MostMissed = 1_000;

    public static bool IsNewGuest(Enrolment enrolment) => enrolment is { IsByAnother: true, Before.Count: 0 };

    public Notice After(IReadOnlyList<Enrolment> some, IEnumerable<Enrolment> missed) =>
        this with
        {
            Told = Math.Max(Told, some[^1].Number),
            Missed = [.. Missed.Except(some.Select(one => one.Number)), .. missed.Select(one => one.Number)],
        };

    public bool IsFor(Enrolment enrolment, Seats seats) =>
        (enrolment.Number > Told || Missed.Contains(enrolment.Number))
        && Kind switch
        {
            NoticeKind.Confirmed => Numbers!.Contains(enrolment.Number) && StateOf(enrolment, seats) == EnrolmentState.Confirmed,
            NoticeKind.Cancelled => StateOf(enrolment, seats) != EnrolmentState.Cancelled,
            NoticeKind.SignedUp => Numbers!.Contains(enrolment.Number) && IsNewGuest(enrolment) && enrolment.CancelledAt is null,
            NoticeKind.Moved => Numbers!.Contains(enrolment.Number) && StateOf(enrolment, seats) != EnrolmentState.Cancelled,
            _ => StateOf(enrolment, seats) == EnrolmentState.Confirmed,
        };

    private static EnrolmentState StateOf(Enrolment enrolment, Seats seats) => enrolment.StandingIn(seats).State;
}

public sealed record Span(int First, int Last)
{
    public bool Contains(int number) => number >= First && number <= Last;
}
