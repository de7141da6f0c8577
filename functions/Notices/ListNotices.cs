using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>The notices to a region and below, newest first; also those that wait for approval.</summary>
public sealed class ListNotices(NoticeTable notices, NoticeCountTable counts)
{
    [Function(nameof(ListNotices))]
    [Access(Role.Official, Role.Administrator, Region = RegionOf.Query)]
    [Answers<Page<NoticeResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request)
    {
        var caller = request.Caller();
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);
        var found = await notices.ListAsync(caller.Region, page);
        var items = await Task.WhenAll(
            found.Items.Select(async notice => NoticeResponse.Of(notice, caller.Id, await counts.FindAsync(notice.Id)))
        );
        return Answer.Ok(new Page<NoticeResponse>(items, found.Next));
    }
}
