using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>An official cancels a training; everybody who has signed up is told.</summary>
public sealed class CancelTraining(Officials officials, TrainingTable trainings, TrainingPublisher publisher, TimeProvider time)
{
    [Function(nameof(CancelTraining))]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}")] HttpRequest request,
        string id
    )
    {
        if ((await officials.OfAsync(request, id, nameof(CancelTraining))).Refused(out var refusal, out var matter))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if ((await trainings.ChangeAsync(id, before => before with { Cancelled = true }, now)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await publisher.ListAsync(id);
        await officials.RecordAsync(matter, nameof(CancelTraining));
        return Answer.Nothing();
    }
}
