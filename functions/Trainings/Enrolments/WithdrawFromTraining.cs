using EStation.Http;
using EStation.Identity;
using EStation.People;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>Cancels a sign-up: one's own (<c>me</c>), one that one made for the household, or, by an official, anybody's.</summary>
public sealed class WithdrawFromTraining(
    Callers callers,
    Officials officials,
    TrainingTable trainings,
    EnrolmentTable enrolments,
    Pseudonyms pseudonyms,
    TimeProvider time
)
{
    [Function(nameof(WithdrawFromTraining))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}/enrolments/{enrolment}")] HttpRequest request,
        string id,
        string enrolment
    )
    {
        if ((await callers.FindAsync(request)).Refused(out var refusal, out var caller))
            return Answer.Refuse(refusal);
        if (await trainings.FindAsync(id) is not { } training || !TableKey.IsValid(enrolment))
            return Answer.Refuse(Refusal.NotFound);
        var person = enrolment == "me" ? caller.Id : pseudonyms.PersonOf(enrolment, id) ?? "";
        if (person != caller.Id && await RefuseAsync(caller, training, person) is { } notAllowed)
            return Answer.Refuse(notAllowed);
        return (await WithdrawAsync(training, person)).Refused(out refusal, out _) ? Answer.Refuse(refusal) : Answer.Nothing();
    }

    private async Task<Refusal?> RefuseAsync(Person caller, Training training, string person)
    {
        if (
            !await officials.IncludesAsync(caller, training.Village)
            && await enrolments.FindAsync(training, person) is { } own
            && own.By == caller.Id
        )
            return null;
        return await officials.RefuseAsync(caller, training.Village, nameof(WithdrawFromTraining), training.Id);
    }

    private async Task<Result<Enrolment>> WithdrawAsync(Training training, string person)
    {
        while (true)
        {
            var withdrawn = await enrolments.WithdrawAsync(training, person, time.Now());
            if (!withdrawn.Refused(out var refusal, out _) || refusal != Refusal.TrainingChanged)
                return withdrawn;
            training = await trainings.FindFreshAsync(training.Id) ?? training;
        }
    }
}
