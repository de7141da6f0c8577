using EStation.People;
using EStation.Regions;

namespace EStation.Trainings;

/// <summary>A person in a training.</summary>
/// <param name="Number">In the order of sign-up, from 1; a new one with each sign-up.</param>
/// <param name="Name">As given: by the person, by a relative, or by an official.</param>
/// <param name="Village">The person's, where it is known.</param>
/// <param name="Audience">As it was at sign-up.</param>
/// <param name="By">Who signed up, by id.</param>
/// <param name="Before">Numbers of earlier sign-ups, all of them cancelled.</param>
internal sealed record Enrolment(
    string Training, string Person, int Number, string Name, RegionCode? Village, Audience Audience, string By, DateTimeOffset At,
    DateTimeOffset? CancelledAt, IReadOnlyList<int> Before)
{
    public string MaskedName => Masked.Name(Name);

    public Standing StandingIn(Places places) => CancelledAt is null ? places.StandingOf(Number) ?? Standing.Cancelled : Standing.Cancelled;
}

/// <summary>Somebody to be signed up.</summary>
internal sealed record Applicant(Person Person, string Name, RegionCode? Village, Audience Audience);

/// <summary>Somebody who is signed up, and how it stands.</summary>
internal sealed record Enrolled(Enrolment Enrolment, Standing Standing);
