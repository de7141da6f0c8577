using EStation.Regions;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <summary>A published video as lists show it.</summary>
public sealed record VideoCard(
    VideoId Id,
    string? Campaign,
    string Title,
    Text Theme,
    Language Language,
    RegionCode Village,
    string Author,
    Film Film,
    DateTimeOffset PublishedAt
)
{
    public static VideoCard Of(Video video) =>
        new(
            video.Id,
            video.Campaign,
            video.Title,
            video.Theme,
            video.Language,
            video.Village,
            video.Author,
            video.Film!,
            video.PublishedAt!.Value
        );
}
