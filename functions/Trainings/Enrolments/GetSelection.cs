using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

/// <param name="Name">Masked.</param>
public sealed record AdmittedResponse(int Number, string Name, Text? VillageName);

/// <summary>The public list of those who were admitted.</summary>
public sealed class GetSelection(TrainingTable trainings, EnrolmentTable enrolments, Divisions divisions)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(GetSelection))]
    [Access(Needs.Nothing)]
    [Answers<Page<AdmittedResponse>>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/selection")] HttpRequest request,
        string id
    )
    {
        if (await trainings.ReadAsync(id) is not var (training, seats) || training.Admission != Admission.Selection)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);
        var admitted = (await enrolments.ReadAsync(id)).Where(enrolment => enrolment.StandingIn(seats).State == EnrolmentState.Confirmed);
        var taken = page.Take(admitted, enrolment => Paging.Place(enrolment.Number));
        var response = new Page<AdmittedResponse>(
            [
                .. taken.Items.Select(enrolment => new AdmittedResponse(
                    enrolment.Number,
                    enrolment.MaskedName,
                    enrolment.Village is { } village ? divisions.Find(village)?.Name : null
                )),
            ],
            taken.Next
        );
        return Answer.Public(response, Fingerprint.OfFigures(id, paging, response), Cacheable);
    }
}
