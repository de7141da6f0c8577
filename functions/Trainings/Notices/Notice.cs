using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Notices;

public enum NoticeKind
{
    /// <summary>Somebody who waited has a place now.</summary>
    Confirmed,

    /// <summary>The training does not take place.</summary>
    Cancelled,

    /// <summary>It begins tomorrow.</summary>
    Reminder,

    /// <summary>Another has signed them up.</summary>
    SignedUp,

    /// <summary>It is at another time or place.</summary>
    Moved,
}

/// <summary>
/// Something that people are to be told by message. It is stored in one transaction with what it tells of, and goes when all have been
/// told.
/// </summary>
/// <param name="Key">Names it: a message that is sent again, after a crash, has the same id.</param>
/// <param name="Numbers">The sign-up numbers between which those to be told are; null for everybody whom it concerns.</param>
/// <param name="Told">The sign-up number up to which all have been told, but for those missed.</param>
public sealed record Notice(string Key, NoticeKind Kind, DateTimeOffset At, Span? Numbers, int Told = 0)
{
    /// <summary>For so long those are tried again whom the outlet does not take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Sign-up numbers of those whom the outlet did not take: they are tried again.</summary>
    public IReadOnlyList<int> Missed { get; init; } = [];

    /// <summary>When the outlet has not taken more than these, it is not asked for the others: the list of them is one column.</summary>
    public const int MostMissed = 1_000;

    /// <summary>Another signs somebody up who has not been told of it yet.</summary>
    public static bool IsNewGuest(Enrolment enrolment) => enrolment is { IsByAnother: true, Before.Count: 0 };

    /// <summary>What is left after some, in the order of their numbers, were told, but for those missed.</summary>
    public Notice After(IReadOnlyList<Enrolment> some, IEnumerable<Enrolment> missed) =>
        this with
        {
            Told = Math.Max(Told, some[^1].Number),
            Missed = [.. Missed.Except(some.Select(one => one.Number)), .. missed.Select(one => one.Number)],
        };

    /// <summary>Whether it is for somebody, as things stand now.</summary>
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

/// <summary>Sign-up numbers from one to another, both included.</summary>
public sealed record Span(int First, int Last)
{
    public bool Contains(int number) => number >= First && number <= Last;
}
