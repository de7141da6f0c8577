using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Enrolments;

/// <summary>Signs up for a training: confirmed, or a place in the queue, in one answer. Again: the present state.</summary>
public sealed class SignUpForTraining(
    TrainingTable trainings,
    Applications applications,
    EnrolmentTable enrolments,
    OwnEnrolments own,
    EnrolmentResponses responses,
    TimeProvider time
)
{
    [Function(nameof(SignUpForTraining))]
    [Access(Needs.Person)]
    [Takes<SignUpRequest>(IsOptional = true)]
    [Answers<EnrolmentResponse>(200, 201)]
    [Answers<EnrolmentsResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings/{id}/enrolments")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if (await trainings.FindAsync(id) is not { } training)
            return Answer.Refuse(Refusal.NotFound);
        if ((await ReadAsync(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if ((await SignUpAsync(training, caller, body)).Refused(out refusal, out var signedUp))
            return Answer.Refuse(refusal);

        var items = signedUp.People.Select(responses.Of).ToList();
        object response = body.People is { Count: > 0 } ? new EnrolmentsResponse(items) : items[0];
        return signedUp.IsNew ? Answer.Created(response) : Answer.Ok(response);
    }

    private Task<Result<SignedUp>> SignUpAsync(Training known, Caller caller, SignUpRequest body) =>
        OptimisticConcurrency.RetryAsync<Result<SignedUp>>(async tried =>
        {
            var now = time.Now();
            var training = tried == 1 ? known : await trainings.FindFreshAsync(known.Id) ?? known;
            if (TrainingRules.RefusedAt(training, now) is not null)
                training = await trainings.FindFreshAsync(training.Id) ?? training;
            if (training.Cancelled)
                return TrainingRefusals.Cancelled; // also for who was in: there is no place any more
            if ((await applications.OfAsync(training, caller, body, now)).Refused(out var refusal, out var application))
                return refusal;
            var signedUp = await SignUpAsync(application, caller);
            if (signedUp.Refused(out refusal, out _) && refusal == TrainingRefusals.Changed)
                return null;
            return signedUp;
        });

    private async Task<Result<SignedUp>> SignUpAsync(Application application, Caller caller)
    {
        StoredSignUp? present = null;
        if (application.HasGuests && (await applications.AdmitAsync(application, caller)).Refused(out var refusal, out present))
            return refusal;
        if (application.Vouched)
            return await enrolments.SignUpAsync(application, present);
        if ((await own.TakeOverAsync(application)).Refused(out refusal, out var isTaken))
            return refusal;
        return await enrolments.SignUpAsync(application, isTaken ? await enrolments.ReadAsync(application) : present);
    }

    // Signing up oneself needs no words.
    private static async Task<Result<SignUpRequest>> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        request.ContentLength is 0 or null && request.Headers.TransferEncoding.Count == 0
            ? new SignUpRequest(null)
            : await Body.ReadAsync<SignUpRequest>(request, cancellation);
}
