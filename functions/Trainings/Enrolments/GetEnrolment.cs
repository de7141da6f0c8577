using EStation.Http;
using EStation.Identity;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public enum EnrolmentFormat
{
    Json,
    Svg,
}

/// <summary>My sign-up (<c>me</c>), or one that I made for the household: how it stands, or the ticket's QR code.</summary>
public sealed class GetEnrolment(
    Callers callers,
    TrainingTable trainings,
    EnrolmentTable enrolments,
    EnrolmentResponses responses,
    Pseudonyms pseudonyms
)
{
    [Function(nameof(GetEnrolment))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/enrolments/{enrolment}")] HttpRequest request,
        string id,
        string enrolment
    )
    {
        if ((await callers.IdOfAsync(request)).Refused(out var refusal, out var caller))
            return Answer.Refuse(refusal);
        var person = enrolment == "me" ? caller : pseudonyms.PersonOf(enrolment, id) ?? "";
        if (
            await trainings.ReadAsync(id) is not var (training, places)
            || !TableKey.IsValid(person)
            || await enrolments.FindAsync(training, person, activeOnly: false) is not { } found
            || (found.Person != caller && found.By != caller)
        )
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var format = Query.Enum<EnrolmentFormat>(request, "format", check) ?? EnrolmentFormat.Json;
        if (check.Or(() => format).Refused(out refusal, out _))
            return Answer.Refuse(refusal);

        var response = responses.Of(new Enrolled(found, found.StandingIn(places)));
        if (format == EnrolmentFormat.Json)
            return Answer.Ok(response);
        return response.Ticket is { } ticket
            ? Answer.Drawing(new QrCode(ticket).ToSvg(), "image/svg+xml")
            : Answer.Refuse(Refusal.NotFound);
    }
}
