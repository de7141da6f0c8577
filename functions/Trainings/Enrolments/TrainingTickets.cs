using System.Globalization;
using EStation.Identity;

namespace EStation.Trainings.Enrolments;

/// <summary>The ticket of a sign-up: sealed, always the same, and another one after cancelling and coming again.</summary>
public sealed class TrainingTickets(Secrets secrets, Pseudonyms pseudonyms)
{
    private readonly Seals seals = new(secrets.TrainingTickets);

    public string Seal(Enrolment enrolment) =>
        seals.Seal(
            new Dictionary<string, object>
            {
                ["t"] = enrolment.Training,
                ["p"] = pseudonyms.Of(enrolment.Person, enrolment.Training),
                ["n"] = enrolment.Number,
            }
        );

    /// <summary>The sign-up that a ticket is for, when it is one of ours, of this training, and has a place; else null.</summary>
    public async Task<Enrolment?> FindAsync(string ticket, Training training, Seats seats, EnrolmentTable enrolments) =>
        await OpenAsync(ticket, training.Id) is { } opened
        && seats.StandingOf(opened.Number)?.State == EnrolmentState.Confirmed
        && await enrolments.FindAsync(training, opened.Person) is { } enrolment
        && enrolment.Number == opened.Number
            ? enrolment
            : null;

    /// <summary>Person and number, when the ticket is one of ours and of this training.</summary>
    public async Task<Ticket?> OpenAsync(string ticket, string training) =>
        await seals.OpenAsync(ticket) is { } claims
        && claims.GetClaim("t").Value == training
        && pseudonyms.PersonOf(claims.GetClaim("p").Value, training) is { } person
            ? new Ticket(person, int.Parse(claims.GetClaim("n").Value, CultureInfo.InvariantCulture))
            : null;
}

public sealed record Ticket(string Person, int Number);
