using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>A person in a training.</summary>
/// <param name="Person">By id; of somebody whom another signed up, the guest's.</param>
/// <param name="Number">In the order of sign-up, from 1; a new one with each sign-up.</param>
/// <param name="Name">As given: by the person, by a relative, or by an official.</param>
/// <param name="Village">The person's, where it is known.</param>
/// <param name="Audience">As it was at sign-up.</param>
/// <param name="By">Who signed up, by id.</param>
/// <param name="Venue">The training's village at sign-up: there it counts, whatever changes later.</param>
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
    /// <summary>So many times somebody may withdraw and come again: the row remembers each.</summary>
    public const int MostRounds = 20;

    /// <summary>An official signed up, for a villager.</summary>
    public bool Vouched { get; init; }

    public bool IsByAnother => By != Person;

    public string MaskedName => Masked.Name(Name);

    public Standing StandingIn(Seats seats) => CancelledAt is null ? seats.StandingOf(Number) ?? Standing.Cancelled : Standing.Cancelled;
}

/// <summary>A sign-up that was cancelled, and counted where and when it was.</summary>
public sealed record Earlier(int Number, RegionCode Venue, Audience Audience, Day SignedUp, Day Cancelled)
{
    public static Earlier Of(Enrolment cancelled) =>
        new(cancelled.Number, cancelled.Venue, cancelled.Audience, Day.Of(cancelled.At), Day.Of(cancelled.CancelledAt!.Value));
}

/// <summary>Somebody to be signed up.</summary>
public sealed record Applicant(Person Person, string Name, RegionCode? Village, Audience Audience)
{
    /// <summary>What the caller declares of somebody else; null of oneself.</summary>
    public Profile? Declared { get; init; }

    public bool IsGuestOf(string caller) => Declared is not null && Person.Id != caller;
}

/// <summary>Somebody who is signed up, and how it stands.</summary>
public sealed record Enrolled(Enrolment Enrolment, Standing Standing);
