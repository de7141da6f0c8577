using EStation.Identity;

namespace EStation.Trainings.Enrolments;

/// <summary>Somebody in a training.</summary>
/// <param name="Enrolment">Names it among those of the training.</param>
/// <param name="Ticket">What the QR code says at the door; null when it is cancelled.</param>
public sealed record EnrolmentResponse(string Enrolment, string Name, EnrolmentState State, int? Position, string? Ticket);

public sealed record EnrolmentsResponse(IReadOnlyList<EnrolmentResponse> Items);

public sealed class EnrolmentResponses(TrainingTickets tickets, Pseudonyms pseudonyms)
{
    public EnrolmentResponse Of(Enrolled enrolled) =>
        new(
            pseudonyms.Of(enrolled.Enrolment.Person, enrolled.Enrolment.Training),
            enrolled.Enrolment.MaskedName,
            enrolled.Standing.State,
            enrolled.Standing.Position,
            enrolled.Standing.State == EnrolmentState.Cancelled ? null : tickets.Seal(enrolled.Enrolment)
        );
}
