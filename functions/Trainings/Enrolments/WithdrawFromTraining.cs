using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using EStation.Identity;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

/// <summary>Cancels a sign-up: one's own (<c>me</c>), one that one made for the household and nobody has attended under, or, by an official, anybody's.</summary>
public sealed class WithdrawFromTraining(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    OwnEnrolments own,
    Pseudonyms pseudonyms,
    TimeProvider time
)
{
    [Function(nameof(WithdrawFromTraining))]
    [Access(Needs.Person)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}/enrolments/{enrolment}")] HttpRequest request,
        string id,
        string enrolment
    )
    {
        var caller = request.Caller();
        if (await trainings.FindAsync(id) is not { } training || !TableKey.IsValid(enrolment))
            return Answer.Refuse(Refusal.NotFound);
        var named = enrolment == "me" ? caller.Id : pseudonyms.PersonOf(enrolment, id) ?? "";
        var isMine = named == caller.Id;
        var isMade = !isMine && await own.MayCancelAsync(training, named, caller.Id);
        if (!isMine && !isMade && await caller.RefuseAsync(Officials.Roles, training.Village) is { } notAllowed)
            return Answer.Refuse(notAllowed);
        if ((await WithdrawAsync(training, named, isMine)).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        if (!isMine && !isMade)
            await caller.RecordAsync(training.Village);
        return Answer.Nothing();
    }

    private Task<Result<bool>> WithdrawAsync(Training known, string person, bool isMine) =>
        OptimisticConcurrency.RetryAsync<Result<bool>>(async tried =>
        {
            var training = tried == 1 ? known : await trainings.FindFreshAsync(known.Id) ?? known;
            var withdrawn = isMine ? await WithdrawOwnAsync(training, person) : await WithdrawOneAsync(training, person);
            if (withdrawn.Refused(out var refusal, out _) && refusal == TrainingRefusals.Changed)
                return null;
            return withdrawn;
        });

    // What others have signed up by this phone ends too: its owner has said that she does not come.
    private async Task<Result<bool>> WithdrawOwnAsync(Training training, string person)
    {
        if ((await own.EndAllAsync(training, person, time.Now())).Refused(out var refusal, out var hasEnded))
            return refusal;
        var withdrawn = await WithdrawOneAsync(training, person);
        return withdrawn.Refused(out refusal, out _) && refusal == Refusal.NotFound && hasEnded ? true : withdrawn;
    }

    private async Task<Result<bool>> WithdrawOneAsync(Training training, string person) =>
        (await enrolments.WithdrawAsync(training, person, time.Now())).Refused(out var refusal, out _) ? refusal : true;
}
