using EStation.Regions;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <summary>A published video in a list.</summary>
/// <param name="Views">Where it is ranked: lists by time are written once.</param>
public sealed record VideoCardResponse(
    VideoId Id,
    string? Campaign,
    string Title,
    Text Theme,
    Language Language,
    RegionCode Region,
    string Author,
    DateTimeOffset PublishedAt,
    int DurationMs,
    Link Poster,
    int? Views,
    int? Likes
);

/// <summary>Adds signed URLs to the cards of lists.</summary>
public sealed class VideoCards(VideoBlobs blobs)
{
    public async Task<VideoCardResponse> OfAsync(VideoCard card, VideoTally? tally) =>
        new(
            card.Id,
            card.Campaign,
            card.Title,
            card.Theme,
            card.Language,
            card.Village,
            card.Author,
            card.PublishedAt,
            card.Film.DurationMs,
            await blobs.ReadAsync(VideoBlobs.Media, card.Film, card.Film.PosterPart),
            tally?.Views,
            tally?.Likes
        );
}
