using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <param name="Reason">Told to everybody who has signed up.</param>
public sealed record CancelTrainingRequest(string? Reason = null)
{
    private const int LongestReason = 500;

    public Result<CancelTrainingRequest> Parse()
    {
        var check = new Validation();
        var reason = check.OptionalText("reason", Reason, LongestReason);
        return check.Or(() => new CancelTrainingRequest(reason));
    }
}

/// <summary>An official cancels a training; everybody who has signed up is told.</summary>
public sealed class CancelTraining(TrainingTable trainings, TrainingPublisher publisher, TimeProvider time)
{
    [Function(nameof(CancelTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<CancelTrainingRequest>(IsOptional = true)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if ((await Body.ReadOptionalAsync(request, new CancelTrainingRequest(), cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if ((await trainings.ChangeAsync(id, before => before with { Cancelled = true }, now, given.Reason)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await publisher.ListAsync(id);
        await caller.RecordAsync(training.Village);
        return Answer.Nothing();
    }
}
