using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Trainings.Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

/// <param name="Certificate">Its number, once there is one.</param>
/// <param name="IsByAnother">Another has signed me up, and I have not signed up myself.</param>
public sealed record MyTrainingResponse(
    TrainingResponse Training,
    EnrolmentState State,
    int? Position,
    string? Ticket,
    string? Certificate,
    bool IsByAnother
);

/// <summary>The trainings that I have ever signed up for, or another by my phone, the latest to begin first.</summary>
public sealed class ListMyTrainings(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    OwnEnrolments own,
    CertificateTable certificates,
    EnrolmentResponses responses,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(ListMyTrainings))]
    [Access(Needs.Person)]
    [Answers<Page<MyTrainingResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/trainings")] HttpRequest request)
    {
        var person = request.Caller().Person;
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var ids = await enrolments.ReadMembershipsAsync(person.Id);
        // Who is not to be signed up by others need not see what they tried.
        IEnumerable<string> byOthers = person.Preferences.SignedUpByOthers
            ? (await enrolments.ReadGuestsAsync(person.Id)).Select(guest => guest.Training)
            : [];
        var found = await Task.WhenAll(ids.Union(byOthers).Select(training => FindAsync(training, person.Id)));
        return Answer.Ok(
            page.Take(
                found.OfType<MyTrainingResponse>(),
                mine => $"{Paging.Falling(mine.Training.Sessions[0].StartsAt)}|{mine.Training.Id}"
            )
        );
    }

    private async Task<MyTrainingResponse?> FindAsync(string id, string person)
    {
        if (await trainings.ReadAsync(id) is not var (training, seats) || await own.FindOfAsync(training, person) is not { } enrolment)
            return null; // noted, and then not signed up after all
        var mine = responses.Of(new Enrolled(enrolment, enrolment.StandingIn(seats)));
        var certificate = await certificates.FindNumberAsync(id, enrolment.Person);
        return new MyTrainingResponse(
            TrainingResponse.Of(training, seats, divisions, time.Now()),
            mine.State,
            mine.Position,
            mine.Ticket,
            certificate,
            enrolment.IsByAnother
        );
    }
}
