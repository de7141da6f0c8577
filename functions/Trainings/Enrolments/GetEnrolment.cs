using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Storage;
using EStation.Trainings.Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

public enum EnrolmentFormat
{
    Json,
    Svg,
}

/// <summary>
/// My sign-up (<c>me</c>), also one that another made for my phone; or one that I made for the household: how it stands, or the ticket's QR
/// code.
/// </summary>
public sealed class GetEnrolment(TrainingTable trainings, OwnEnrolments own, EnrolmentResponses responses, Pseudonyms pseudonyms)
{
    [Function(nameof(GetEnrolment))]
    [Access(Needs.Token)]
    [Answers<EnrolmentResponse>]
    [AnswersFile("image/svg+xml")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/enrolments/{enrolment}")] HttpRequest request,
        string id,
        string enrolment
    )
    {
        var caller = request.Caller().Id;
        var named = enrolment == "me" ? caller : pseudonyms.PersonOf(enrolment, id) ?? "";
        var isMine = named == caller;
        if (
            await trainings.ReadAsync(id) is not var (training, seats)
            || !TableKey.IsValid(named)
            || await (isMine ? own.FindOfAsync(training, caller) : own.FindMadeByAsync(training, named, caller)) is not { } found
        )
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var format = Query.Enum<EnrolmentFormat>(request, "format", check) ?? EnrolmentFormat.Json;
        if (check.Or(() => format).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var response = responses.Of(new Enrolled(found, found.StandingIn(seats)));
        if (isMine)
            response = response with { Enrolment = pseudonyms.Of(caller, id) };
        if (format == EnrolmentFormat.Json)
            return Answer.Ok(response);
        return response.Ticket is { } ticket
            ? Answer.Drawing(new QrCode(ticket).ToSvg(), "image/svg+xml")
            : Answer.Refuse(Refusal.NotFound);
    }
}
