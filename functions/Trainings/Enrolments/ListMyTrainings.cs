using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <param name="Certificate">Its number, once there is one.</param>
public sealed record MyTrainingResponse(
    TrainingResponse Training,
    EnrolmentState State,
    int? Position,
    string? Ticket,
    string? Certificate
);

/// <summary>The trainings that I have ever signed up for, the latest to begin first.</summary>
public sealed class ListMyTrainings(
    Callers callers,
    TrainingTable trainings,
    EnrolmentTable enrolments,
    CertificateTable certificates,
    EnrolmentResponses responses,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(ListMyTrainings))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/trainings")] HttpRequest request)
    {
        if ((await callers.IdOfAsync(request)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        var found = await Task.WhenAll((await enrolments.ReadMembershipsAsync(person)).Select(training => FindAsync(training, person)));
        return Answer.Ok(
            page.Take(
                found.OfType<MyTrainingResponse>().OrderByDescending(mine => mine.Training.Sessions[0].StartsAt),
                mine => mine.Training.Id
            )
        );
    }

    private async Task<MyTrainingResponse?> FindAsync(string id, string person)
    {
        if (
            await trainings.ReadAsync(id) is not var (training, places)
            || await enrolments.FindAsync(training, person, activeOnly: false) is not { } enrolment
        )
            return null; // noted, and then not signed up after all
        var mine = responses.Of(new Enrolled(enrolment, enrolment.StandingIn(places)));
        var certificate = await certificates.FindNumberAsync(id, person);
        return new MyTrainingResponse(
            TrainingResponse.Of(training, places, divisions, time.Now()),
            mine.State,
            mine.Position,
            mine.Ticket,
            certificate
        );
    }
}
