using EStation.Identity;
using EStation.People;

namespace EStation.Trainings;

/// <summary>Somebody in a training.</summary>
/// <param name="Enrolment">Names it among those of the training; null where it is somebody else's who signed up apart.</param>
/// <param name="Ticket">What the QR code says at the door; null when it is cancelled, or somebody else's.</param>
public sealed record EnrolmentResponse(string? Enrolment, string Name, EnrolmentState State, int? Position, string? Ticket);

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

    /// <summary>For whoever names somebody that is in already and did not sign them up: nothing that was not known before.</summary>
    /// <param name="name">As the caller gave it.</param>
    public static EnrolmentResponse ToOthers(Enrolled enrolled, string name) =>
        new(null, Masked.Name(name), enrolled.Standing.State, null, null);
}
