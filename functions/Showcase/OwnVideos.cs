using EStation.Access;
using EStation.Inbox;
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

    /// <summary>Ends a video, whatever it is at; and again, when it has changed meanwhile.</summary>
    /// <param name="end">How it ends, or null when it has ended.</param>
    /// <param name="tell">What people are told of it, or null.</param>
    public Task EndAsync(VideoId id, Func<Video, Video?> end, Func<Video, IReadOnlyList<Telling>>? tell = null) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await videos.FindAsync(id) is not { } stored || end(stored.Video) is not { } ended)
                return true;
            var news = new VideoChanged(ended.Village, ended.Audience, Day.Of(time.Now()), id);
            if (!await videos.CloseAsync(stored, ended, tell?.Invoke(ended) ?? [], news))
                return false;
            await publisher.SettleSoonAsync(id);
            return true;
        });
}
