using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

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
    PlaybackResponse Playback,
    Link Poster,
    int Views,
    int Likes,
    int Votes
);

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
        var film = document.Video.Film!;
        var playback = await PlaybackOfAsync(document.Video, film);
        var poster = await blobs.ReadAsync(VideoBlobs.Media, film, film.PosterPart);
        // The URLs are part of the ETag: a phone must not get 304 when its URL is about to expire.
        return Answer.Public(
            ResponseOf(document, playback, poster),
            $"{document.Video.Id}|{document.Version}|{playback.ExpiresAt:O}",
            Cacheable
        );
    }

    private async Task<PlaybackResponse> PlaybackOfAsync(Video video, Film film)
    {
        var usual = await LinkAsync(film.VideoPart);
        if (film.Prepared is not { } prepared)
            return new PlaybackResponse(
                usual.Url,
                usual.ExpiresAt,
                [new RenditionResponse(Math.Min(film.Width, film.Height), video.Size, usual.Url)],
                null,
                []
            );
        var renditions = prepared.Renditions.Select(async one => new RenditionResponse(
            one.Height,
            one.Bytes,
            (await LinkAsync(prepared.PartOf(one))).Url
        ));
        var audio = prepared.AudioBytes is { } bytes ? new AudioResponse(bytes, (await LinkAsync(prepared.AudioPart)).Url) : null;
        return new PlaybackResponse(usual.Url, usual.ExpiresAt, await Task.WhenAll(renditions), audio, []);

        Task<Link> LinkAsync(string part) => blobs.ReadAsync(VideoBlobs.Media, film, part);
    }

    private static VideoResponse ResponseOf(VideoDocument document, PlaybackResponse playback, Link poster)
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
