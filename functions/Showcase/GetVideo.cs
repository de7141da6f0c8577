using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>A published video, and where to play it from for some minutes.</summary>
public sealed record VideoResponse(
    VideoId Id,
    string? Campaign,
    string Title,
    string Description,
    Text Theme,
    Language Language,
    RegionCode Region,
    string Author,
    DateTimeOffset PublishedAt,
    int DurationMs,
    int Width,
    int Height,
    Link Playback,
    Link Poster,
    int Views,
    int Likes,
    int Votes
);

/// <summary>A published video: one point read, by anybody.</summary>
public sealed class GetVideo(VideoDocuments documents, VideoBlobs blobs)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(30);

    [Function(nameof(GetVideo))]
    [Access(Needs.Nothing)]
    [Answers<VideoResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/videos/{id}")] HttpRequest request,
        string id
    )
    {
        if ((await documents.FindPublishedAsync(id)).Refused(out var refusal, out var document))
            return Answer.Refuse(refusal);
        var playback = await blobs.ReadAsync(VideoBlobs.Media, document.Video.Film!, VideoBlobs.Video);
        var poster = await blobs.ReadAsync(VideoBlobs.Media, document.Video.Film!, VideoBlobs.Poster);
        // The URLs are part of the figures: a phone must not be told that nothing has changed when its URL is about to end.
        return Answer.Public(
            ResponseOf(document, playback, poster),
            $"{document.Video.Id}|{document.Version}|{playback.ExpiresAt:O}",
            Cacheable
        );
    }

    private static VideoResponse ResponseOf(VideoDocument document, Link playback, Link poster)
    {
        var (video, tally) = (document.Video, document.Tally);
        return new VideoResponse(
            video.Id,
            video.Campaign,
            video.Title,
            video.Description,
            video.Theme,
            video.Language,
            video.Village,
            video.Author,
            video.PublishedAt!.Value,
            video.Film!.DurationMs,
            video.Film.Width,
            video.Film.Height,
            playback,
            poster,
            tally.Views,
            tally.Likes,
            tally.Votes
        );
    }
}
