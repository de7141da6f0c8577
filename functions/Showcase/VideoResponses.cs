using EStation.Regions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <summary>Where to put the file: a URL for blocks, and how large a block should be.</summary>
public sealed record UploadResponse(Uri Url, int BlockBytes, DateTimeOffset ExpiresAt);

public sealed record PosterUploadResponse(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>A video as it was just opened.</summary>
public sealed record OpenedVideoResponse(
    VideoId Id,
    VideoState State,
    DateTimeOffset UploadEndsAt,
    UploadResponse Upload,
    PosterUploadResponse Poster
);

/// <summary>An upload to go on with.</summary>
/// <param name="Staged">Blocks that need not be sent again.</param>
public sealed record RenewedUploadResponse(
    Uri Url,
    int BlockBytes,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<Block> Staged,
    PosterUploadResponse Poster
);

/// <summary>What a reviewer decided, as the owner reads it.</summary>
public sealed record ReviewResponse(FilmDecision Decision, string Reason, bool Scientific, DateTimeOffset DecidedAt);

/// <summary>A video as its owner and its reviewers see it.</summary>
public sealed record OwnVideoResponse(
    VideoId Id,
    VideoState State,
    string? Campaign,
    string Title,
    string Description,
    Text Theme,
    Language Language,
    RegionCode Region,
    string Author,
    long Size,
    string ContentType,
    DateTimeOffset OpenedAt,
    DateTimeOffset? UploadEndsAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? PublishedAt,
    int? DurationMs,
    int? Width,
    int? Height,
    IReadOnlyList<ReviewResponse> Reviews
)
{
    public static OwnVideoResponse Of(Video video, DateTimeOffset now) =>
        new(
            video.Id,
            video.StateAt(now),
            video.Campaign,
            video.Title,
            video.Description,
            video.Theme,
            video.Language,
            video.Village,
            video.Author,
            video.Size,
            video.ContentType,
            video.OpenedAt,
            video.IsOpenAt(now) ? video.UploadEndsAt : null,
            video.Film?.SubmittedAt,
            video.PublishedAt,
            video.Film?.DurationMs,
            video.Film?.Width,
            video.Film?.Height,
            [.. video.Reviews.Select(review => new ReviewResponse(review.Decision, review.Reason, review.Scientific, review.DecidedAt))]
        );
}

/// <summary>Adds signed URLs to what is known of a video.</summary>
public sealed class VideoResponses(VideoBlobs blobs)
{
    private const int BlockBytes = 4 * 1024 * 1024;

    public async Task<OpenedVideoResponse> OpenedAsync(Video video)
    {
        var upload = await blobs.UploadAsync(video.Id, VideoBlobs.Video);
        return new OpenedVideoResponse(
            video.Id,
            video.State,
            video.UploadEndsAt,
            new UploadResponse(upload.Url, BlockBytes, upload.ExpiresAt),
            await PosterAsync(video)
        );
    }

    public async Task<RenewedUploadResponse> RenewedAsync(Video video)
    {
        var upload = await blobs.UploadAsync(video.Id, VideoBlobs.Video);
        return new RenewedUploadResponse(
            upload.Url,
            BlockBytes,
            upload.ExpiresAt,
            await blobs.ListBlocksAsync(video.Id),
            await PosterAsync(video)
        );
    }

    private async Task<PosterUploadResponse> PosterAsync(Video video)
    {
        var poster = await blobs.UploadAsync(video.Id, VideoBlobs.Poster);
        return new PosterUploadResponse(poster.Url, poster.ExpiresAt);
    }
}
