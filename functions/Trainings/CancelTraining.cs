using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>An official cancels a training; everybody who has signed up is told.</summary>
public sealed class CancelTraining(TrainingTable trainings, TrainingPublisher publisher, TimeProvider time)
{
    [Function(nameof(CancelTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if ((await trainings.ChangeAsync(id, before => before with { Cancelled = true }, now)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await publisher.ListAsync(id);
        await caller.RecordAsync(training.Village);
        return Answer.Nothing();
    }
}
