using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <param name="Person">An id; a guest's id for a person signed up by another.</param>
/// <param name="Number">The order of sign-up, from 1; each new sign-up gets a new one.</param>
/// <param name="Venue">The training's village at sign-up, which gets the count even if the training moves.</param>
/// <param name="Before">Earlier sign-ups, all of them cancelled.</param>
public sealed record Enrolment(
    string Training,
    string Person,
    int Number,
    string Name,
    RegionCode? Village,
    Audience Audience,
    RegionCode Venue,
    string By,
    DateTimeOffset At,
    DateTimeOffset? CancelledAt,
    IReadOnlyList<Earlier> Before
)
{
    /// <summary>The limit of cancellations with a later sign-up, because the row stores each.</summary>
    public const int MostRounds = 20;

    public bool Vouched { get; init; }

    /// <summary>By the id of the question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public bool IsByAnother => By != Person;

    public string MaskedName => Masked.Name(Name);

    public Standing StandingIn(Seats seats) => CancelledAt is null ? seats.StandingOf(Number) ?? Standing.Cancelled : Standing.Cancelled;
}

public sealed record Earlier(int Number, RegionCode Venue, Audience Audience, Day SignedUp, Day Cancelled)
{
    public static Earlier Of(Enrolment cancelled) =>
        new(cancelled.Number, cancelled.Venue, cancelled.Audience, Day.Of(cancelled.At), Day.Of(cancelled.CancelledAt!.Value));
}

public sealed record Applicant(Person Person, string Name, RegionCode? Village, Audience Audience)
{
    /// <summary>The caller's declarations about another person; null for the caller.</summary>
    public Profile? Declared { get; init; }

    public Entitlement Entitlement { get; init; } = Entitlement.None;

    public bool IsGuestOf(string caller) => Declared is not null && Person.Id != caller;
}

public sealed record Enrolled(Enrolment Enrolment, Standing Standing);
