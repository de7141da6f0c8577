using EStation.Access;
using EStation.Contests.Prizes;
using EStation.Http;
using EStation.Inbox;
using EStation.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

/// <summary>An administrator answers an objection, and the person is told. Results are not final before all are answered.</summary>
public sealed class AnswerObjection(ContestTable contests, ObjectionTable objections, LedgerWriter ledgers, TimeProvider time)
{
    [Function(nameof(AnswerObjection))]
    [Access(Role.Administrator)]
    [Takes<ObjectionRequest>]
    [Answers<ObjectionResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/objections/{objection}/answer")] HttpRequest request,
        string id,
        string objection,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if (await objections.FindAsync(id, objection) is not { } stored)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<ObjectionRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var text))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var answered = stored.Objection with { Answer = text, AnsweredBy = caller.Id, AnsweredAt = now };
        if (stored.Objection.Answer is null && !await objections.TryWriteAsync(answered, stored.Read))
            stored = (await objections.FindAsync(id, objection))!.Value;
        if (stored.Objection.Answer is { } before && before != text)
            return Answer.Refuse(ObjectionRefusals.Answered);
        if (answered.County is { } county)
            await ledgers.WriteAsync(
                county,
                new Entry([TellingTable.Add(county, PrizeTellings.Answered(contest.Rules, answered, now))], new TellingStored())
            );
        await caller.RecordAsync(contest.Rules.Region, id);
        return Answer.Ok(ObjectionResponse.Of(stored.Objection.Answer is null ? answered : stored.Objection));
    }
}
