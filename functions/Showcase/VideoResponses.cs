using EStation.Regions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <summary>A signed URL for the blocks of a file, and the size of a block.</summary>
public sealed record UploadResponse(Uri Url, int BlockBytes, DateTimeOffset ExpiresAt);

public sealed record PosterUploadResponse(Uri Url, DateTimeOffset ExpiresAt);

public sealed record OpenedVideoResponse(
    VideoId Id,
    VideoState State,
    DateTimeOffset UploadEndsAt,
    UploadResponse Upload,
    PosterUploadResponse Poster
);

/// <param name="Staged">Blocks that are in storage already.</param>
public sealed record RenewedUploadResponse(
    Uri Url,
    int BlockBytes,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<Block> Staged,
    PosterUploadResponse Poster
);

/// <param name="Reason">Null for a publication.</param>
/// <param name="Text">The reviewer's words.</param>
public sealed record ReviewResponse(
    FilmDecision Decision,
    ReviewReason? Reason,
    string Text,
    ScientificField? Field,
    bool Scientific,
    DateTimeOffset DecidedAt
)
{
    public static ReviewResponse Of(FilmReview review) =>
        new(
            review.Decision,
            review.Decision == FilmDecision.Publish ? null : review.Reason ?? ReviewReason.Other,
            review.Text,
            review.Field,
            review.Scientific,
            review.DecidedAt
        );
}

/// <param name="DecidedAt">Null while it waits.</param>
public sealed record AppealResponse(string Text, DateTimeOffset At, DateTimeOffset? DecidedAt, FilmDecision? Decision)
{
    public static AppealResponse? Of(Appeal? appeal) =>
        appeal is null ? null : new(appeal.Text, appeal.At, appeal.DecidedAt, appeal.Decision);
}

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
    ScientificField? Field,
    IReadOnlyList<ReviewResponse> Reviews,
    AppealResponse? Appeal,
    bool MayAppeal
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
            video.Field,
            [.. video.Reviews.Where(review => !review.AsksForSecond).Select(ReviewResponse.Of)],
            AppealResponse.Of(video.Appeal),
            video.MayAppealAt(now)
        );
}

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
