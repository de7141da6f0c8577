using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

public sealed record SelectApplicantsRequest(
    [property: MinLength(1), MaxLength(SelectApplicantsRequest.Most)] IReadOnlyList<string?>? Admitted
)
{
    private const int Most = 1000;

    public Result<IReadOnlyList<string>> Parse()
    {
        var check = new Validation();
        check.Check(Admitted is { Count: >= 1 and <= Most }, "admitted", $"must be 1 to {Most}");
        return check.Or<IReadOnlyList<string>>(() => [.. Admitted!.Select(enrolment => enrolment ?? "").Distinct()]);
    }
}

/// <summary>An official admits some of those who have applied. Those admitted before stay, and all admitted are told once.</summary>
public sealed class SelectApplicants(
    TrainingTable trainings,
    TrainingPublisher publisher,
    EnrolmentTable enrolments,
    Pseudonyms pseudonyms,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(SelectApplicants))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<SelectApplicantsRequest>]
    [Answers<TrainingResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings/{id}/selection")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindFreshAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<SelectApplicantsRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var admitted))
            return Answer.Refuse(refusal);
        var applied = (await enrolments.ReadAsync(id)).ToDictionary(enrolment => pseudonyms.Of(enrolment.Person, id));
        if (admitted.FirstOrDefault(name => !applied.ContainsKey(name)) is { } unknown)
            return Answer.Refuse(Refusal.Invalid("admitted", $"has whom nobody knows: {unknown}"));
        if (training.Admission != Admission.Selection)
            return Answer.Refuse(TrainingRefusals.NoSelection);

        var now = time.Now();
        var numbers = admitted.Select(name => applied[name].Number).ToList();
        if ((await trainings.SelectAsync(training, numbers, now)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await publisher.ListAsync(id);
        await caller.RecordAsync(training.Village, $"{id} {numbers.Count}");
        var (stored, seats) = (await trainings.ReadAsync(id))!.Value;
        return Answer.Ok(TrainingResponse.Of(stored, seats, divisions, now));
    }
}
