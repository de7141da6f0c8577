using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

public sealed record ContestChangeRequest(
    string? Reason,
    DateTimeOffset? OpensAt = null,
    DateTimeOffset? ClosesAt = null,
    bool? Cancelled = null
)
{
    private const int LongestReason = 500;

    public Result<ContestChange> Parse(string by, DateTimeOffset now)
    {
        var check = new Validation();
        var change = new ContestChange(
            now,
            by,
            check.Text("reason", Reason, LongestReason),
            OpensAt is null ? null : check.Instant("opensAt", OpensAt),
            ClosesAt is null ? null : check.Instant("closesAt", ClosesAt),
            Cancelled ?? false
        );
        return check.Or(() => change);
    }
}

/// <summary>Extends a published contest, closes it earlier, or cancels it. Everybody sees the reason, participants are told.</summary>
public sealed class ChangeContest(ContestTable contests, ChangeTellings tellings, TimeProvider time)
{
    [Function(nameof(ChangeContest))]
    [Access(Role.Administrator)]
    [Takes<ContestChangeRequest>]
    [Answers<ContestResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/changes")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<ContestChangeRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(caller.Id, time.Now()).Refused(out refusal, out var asked))
            return Answer.Refuse(refusal);
        var changed = await contests.ChangeAsync(id, (contest, published) => ChangeRules.Decide(contest, published.ClosesAt, asked));
        if (changed.Refused(out refusal, out var contest))
            return Answer.Refuse(refusal);

        await caller.RecordAsync(contest.Rules.Region);
        await tellings.TellAsync(contest.Rules);
        return Answer.Ok(ContestResponse.Of(contest.Rules, time.Now()));
    }
}
