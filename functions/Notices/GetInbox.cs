using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>Newest first: the caller's own tellings, and the notices to the caller's places.</summary>
public sealed class GetInbox(OwnInbox own)
{
    [Function(nameof(GetInbox))]
    [Access(Needs.Person)]
    [Answers<InboxResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/inbox")] HttpRequest request)
    {
        var person = request.Caller().Person;
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);
        return Answer.Ok(await own.ReadAsync(person, page));
    }
}
