using EStation.Http;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Showcase;

/// <summary>The film that was published last, read once a minute for everybody.</summary>
public sealed class NewestVideo(VideoLists lists, VideoCards cards, TimeProvider time)
{
    private readonly Cached<VideoCard?> newest = new(() => ReadAsync(lists), time);

    /// <summary>Null when nothing is published.</summary>
    public async Task<VideoCardResponse?> FindAsync() => await newest.GetAsync() is { } card ? await cards.OfAsync(card, null) : null;

    private static async Task<VideoCard?> ReadAsync(VideoLists lists) =>
        (await lists.ReadAsync(ListKey.Newest(campaign: null, theme: null, RegionCode.Province), new Paging(1, After: null))).Items
            is [var video, ..]
            ? VideoCard.Of(video)
            : null;
}
