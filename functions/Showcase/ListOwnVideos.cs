using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

public sealed class ListOwnVideos(VideoTable videos, TimeProvider time)
{
    [Function(nameof(ListOwnVideos))]
    [Access(Needs.Person)]
    [Answers<Page<OwnVideoResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/videos")] HttpRequest request)
    {
        var person = request.Caller().Person;
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var mine = person.Place is { } place ? await videos.ReadOwnAsync(place.County, person.Id) : [];
        // Stored videos never leave the list, and the newest is the last row.
        var shown = page.Take(
            mine.Index().Where(video => video.Item.State != VideoState.Erased),
            video => Paging.Place(int.MaxValue - video.Index)
        );
        return Answer.Ok(new Page<OwnVideoResponse>([.. shown.Items.Select(video => OwnVideoResponse.Of(video.Item, now))], shown.Next));
    }
}
