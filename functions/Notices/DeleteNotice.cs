using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>Withdraws a notice: it disappears from every inbox within a minute. Again: the same.</summary>
public sealed class DeleteNotice(NoticeTable notices, Placing placing)
{
    [Function(nameof(DeleteNotice))]
    [Access(Role.Official, Role.Administrator)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/notices/{id}")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        var load = notices.FindAsync(id);
        if (
            (await caller.FindAsync(load, found => found.Notice.Sender == caller.Id ? found.Notice.Places[0] : found.Notice.Scope)).Refused(
                out var refusal,
                out var known
            )
        )
            return Answer.Refuse(refusal);
        await notices.OpenAsync(id);
        await OptimisticConcurrency.RetryAsync(async () =>
            await notices.FindAsync(id) is not { Notice.State: not NoticeState.Withdrawn } stored
            || await notices.TryReplaceAsync(stored, stored.Notice with { State = NoticeState.Withdrawn })
        );
        await placing.RunAsync(id);
        await caller.RecordAsync(known.Notice.Scope, id);
        return Answer.Nothing();
    }
}
