using EStation.People;
using EStation.Privacy;

namespace EStation.Showcase;

/// <summary>Somebody's videos go with that person; likes, views and votes stay counted, under an id that leads to nobody.</summary>
internal sealed class VideoData(VideoTable videos, OwnVideos own, ReactionTable reactions, TimeProvider time) : IPersonalData
{
    public string Name => "videos";

    public async Task<object?> ExportAsync(Person person)
    {
        if (person.Place is not { } place)
            return null;
        var mine = await videos.ReadOwnAsync(place.County, person.Id);
        return new
        {
            Own = mine.Where(video => video.State != VideoState.Erased).Select(video => OwnVideoResponse.Of(video, time.Now())),
            Reactions = await reactions.ReadOwnAsync(place.County, person.Id),
        };
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is { } county)
            await own.EraseAllAsync(county, erasure.Person);
    }
}
