using EStation.Access;
using EStation.Http;
using EStation.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <param name="UpTo">The newest <c>at</c> that was seen: everything up to it is read.</param>
public sealed record InboxReadRequest(DateTimeOffset? UpTo)
{
    public Result<DateTimeOffset> Parse()
    {
        var check = new Validation();
        var upTo = check.Instant("upTo", UpTo);
        return check.Or(() => upTo);
    }
}

/// <summary>Marks what I have seen as read.</summary>
public sealed class PutInboxRead(InboxTable inbox, PlaceNotices places, ReadTable reads, TimeProvider time)
{
    [Function(nameof(PutInboxRead))]
    [Access(Needs.Person)]
    [Takes<InboxReadRequest>]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/inbox/read")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Person;
        if ((await Body.ReadAsync<InboxReadRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var upTo))
            return Answer.Refuse(refusal);
        var now = time.Now();
        upTo = upTo < now ? upTo : now; // what comes later is not read yet
        var before = await inbox.MarkReadAsync(person.Id, upTo);
        if (person.Place is { } place)
        {
            var read = (await places.ReadLiveAsync(person)).Notices.Where(notice => notice.At > before && notice.At <= upTo).ToList();
            if (read.Count > 0)
                await reads.CountAsync(person.Id, place, read, upTo);
        }

        return Answer.Nothing();
    }
}
