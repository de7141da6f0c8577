using EStation.Access;
using EStation.Regions;

namespace EStation.Showcase;

public sealed class OwnVideos(VideoTable videos, VideoPublisher publisher, TimeProvider time)
{
    public async Task<Result<StoredVideo>> FindAsync(string person, string id)
    {
        if (await videos.FindAsync(id) is not { } stored)
            return Refusal.NotFound;
        return stored.Video.Owner == person ? stored : AccessRefusals.RoleMissing;
    }

    public async Task EraseAllAsync(RegionCode county, string person)
    {
        foreach (var video in await videos.ReadOwnAsync(county, person))
            await EndAsync(video.Id, stored => stored.State == VideoState.Erased ? null : stored.Erased());
    }

    /// <summary>Ends a video in any state, and retries after an ETag conflict.</summary>
    /// <param name="end">Returns the ended video, or null when it has ended already.</param>
    public Task EndAsync(VideoId id, Func<Video, Video?> end) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await videos.FindAsync(id) is not { } stored || end(stored.Video) is not { } ended)
                return true;
            if (!await videos.CloseAsync(stored, ended, new VideoChanged(ended.Village, ended.Audience, Day.Of(time.Now()), id)))
                return false;
            await publisher.SettleSoonAsync(id);
            return true;
        });
}
