using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Tellings;

public sealed record MessageTrainingRequest(
    [property: AllowedValues(TrainingTellings.ToAll, TrainingTellings.ToConfirmed, TrainingTellings.ToWaiting)] string? To,
    string? Text
)
{
    private const int Longest = 500;

    public Result<MessageTrainingRequest> Parse()
    {
        var check = new Validation();
        check.Check(
            To is TrainingTellings.ToAll or TrainingTellings.ToConfirmed or TrainingTellings.ToWaiting,
            "to",
            "must be all, confirmed or waiting"
        );
        var text = check.Text("text", Text, Longest);
        return check.Or(() => new MessageTrainingRequest(To, text));
    }
}

/// <summary>An official writes to those of a training: the text to the inbox, and that there is one to the phone.</summary>
public sealed class MessageTraining(TrainingTable trainings, MessageTable messages, TimeProvider time)
{
    [Function(nameof(MessageTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<MessageTrainingRequest>]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings/{id}/messages")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindFreshAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<MessageTrainingRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var message))
            return Answer.Refuse(refusal);
        if (training.Cancelled)
            return Answer.Refuse(TrainingRefusals.Cancelled);
        if (await messages.AddAsync(training, message, time.Now()) is { } usedUp)
            return Answer.Refuse(usedUp);
        await caller.RecordAsync(training.Village);
        return Answer.Nothing();
    }
}
