using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Fairness;

/// <param name="Attempt">The id of one attempt; or</param>
/// <param name="Person">all of a person, also later ones.</param>
public sealed record DisqualificationRequest(string? Reason, string? Attempt = null, string? Person = null);

/// <summary>Disqualifies an attempt or a person. The same again returns the stored one.</summary>
public sealed class PostDisqualification(ContestTable contests, ContestPeople people, Disqualifying disqualifying)
{
    private const int LongestTicket = 4096;

    [Function(nameof(PostDisqualification))]
    [Access(Role.Administrator)]
    [Takes<DisqualificationRequest>]
    [Answers<DisqualificationResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/disqualifications")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<DisqualificationRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if ((await TargetAsync(id, body)).Refused(out refusal, out var asked))
            return Answer.Refuse(refusal);
        var (target, reason) = asked;
        var written = await disqualifying.AddAsync(contest.Rules, target.County, target.Person, target.Number, reason, caller.Id);
        if (written.Refused(out refusal, out var added))
            return Answer.Refuse(refusal);

        await caller.RecordAsync(contest.Rules.Region, added.Stored.Id);
        var response = await DisqualificationResponse.OfAsync(added.Stored, people);
        return added.IsNew ? Answer.Created(response) : Answer.Ok(response);
    }

    private async Task<Result<(Target Target, string Reason)>> TargetAsync(string contest, DisqualificationRequest body)
    {
        var check = new Validation();
        var reason = check.Text("reason", body.Reason, Disqualification.LongestReason);
        var attempt = check.OptionalLine("attempt", body.Attempt, LongestTicket);
        var person = check.OptionalLine("person", body.Person, LongestTicket);
        check.Check(attempt is null != person is null, "attempt", "must be given, or person instead");
        if (check.Or(() => reason).Refused(out var refusal, out _))
            return refusal;
        var target = attempt is null ? await people.FindPersonAsync(contest, person!) : await people.FindAttemptAsync(contest, attempt);
        if (target is null)
            return Refusal.Invalid(attempt is null ? "person" : "attempt", "is not in this contest");
        return (target, reason);
    }
}
