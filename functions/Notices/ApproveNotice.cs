using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>A second, independent administrator approves a notice to many people, which is sent then.</summary>
public sealed class ApproveNotice(NoticeTable notices, Placing placing, Independence independence, TimeProvider time)
{
    [Function(nameof(ApproveNotice))]
    [Access(Role.Administrator)]
    [Answers<NoticeSentResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/approve")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(notices.FindAsync(id), found => found.Notice.Scope)).Refused(out var refusal, out var known))
            return Answer.Refuse(refusal);
        var proposed = known.Notice;
        if (!await independence.HoldsAsync(proposed.Sender, caller.Person, proposed.Scope, proposed.At))
            return Answer.Refuse(AccessRefusals.SecondNotIndependent);
        if (proposed is { State: NoticeState.Waiting, Until: { } until } && until <= time.Now())
            return Answer.Refuse(NoticeRefusals.Ended);
        await notices.OpenAsync(id);
        if ((await ApproveAsync(known, caller.Id)).Refused(out refusal, out var approved))
            return Answer.Refuse(refusal);
        await placing.RunAsync(id);
        await caller.RecordAsync(approved.Scope, id);
        return Answer.Ok(NoticeSentResponse.Of(approved));
    }

    private Task<Result<Notice>> ApproveAsync(StoredNotice known, string by) =>
        OptimisticConcurrency.RetryAsync<Result<Notice>>(async tried =>
        {
            var stored = tried == 1 ? known : (await notices.FindAsync(known.Notice.Id))!;
            if (stored.Notice.State == NoticeState.Withdrawn)
                return NoticeRefusals.Withdrawn;
            if (stored.Notice.State == NoticeState.Sent)
                return stored.Notice;
            var approved = stored.Notice with { State = NoticeState.Sent, ApprovedBy = by };
            if (!await notices.TryReplaceAsync(stored, approved))
                return null;
            return approved;
        });
}
