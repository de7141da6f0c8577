using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Showcase;

/// <summary>The film that was published last in a region, read once a minute for everybody.</summary>
public sealed class NewestVideo(VideoLists lists, VideoCards cards, IMemoryCache cache, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The newest of a region, else of the province; null when nothing is published.</summary>
    public async Task<VideoCardResponse?> FindAsync(RegionCode region) =>
        (await ListOf(region).GetAsync() ?? await ListOf(RegionCode.Province).GetAsync()) is { } card ? await cards.OfAsync(card, null) : null;

    private Cached<VideoCard?> ListOf(RegionCode region) =>
        cache.GetOrCreate(
            $"newest-video|{region}",
            entry =>
            {
                entry.SetSize(1).SetSlidingExpiration(Kept);
                return new Cached<VideoCard?>(() => ReadAsync(region), time);
            }
        )!;

    private async Task<VideoCard?> ReadAsync(RegionCode region) =>
        (await lists.ReadAsync(ListKey.Newest(campaign: null, theme: null, region), new Paging(1, After: null))).Items is [var video, ..]
            ? VideoCard.Of(video)
            : null;
}
