using System.Text.Json.Serialization;
using EStation.Regions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <param name="Author">The owner's masked name.</param>
/// <param name="Village">The owner's village at the time of opening.</param>
/// <param name="Language">The spoken language.</param>
/// <param name="Size">Bytes, as announced.</param>
public sealed record Video(
    VideoId Id,
    string Owner,
    string Author,
    RegionCode Village,
    Audience Audience,
    string? Campaign,
    string Title,
    string Description,
    Text Theme,
    Language Language,
    long Size,
    string ContentType,
    DateTimeOffset OpenedAt
)
{
    public static readonly TimeSpan MendingTakes = TimeSpan.FromDays(30);

    /// <summary>All reviews are in one row: the last possible one publishes or rejects.</summary>
    public const int MostReviews = 10;

    /// <summary>An owner may appeal for so long, and the film is kept for it.</summary>
    public static readonly TimeSpan AppealTakes = TimeSpan.FromDays(30);

    private static readonly TimeSpan UploadTakes = TimeSpan.FromDays(7);

    public VideoState State { get; init; } = VideoState.Uploading;

    public int Revision { get; init; } = 1;

    /// <summary>The last submission; its owner cannot write to it.</summary>
    public Film? Film { get; init; }

    public IReadOnlyList<FilmReview> Reviews { get; init; } = [];

    /// <summary>The owner's choice at first, later the reviewer's.</summary>
    public ScientificField? Field { get; init; }

    public ScientificField? FieldAtOpening { get; init; }

    public Appeal? Appeal { get; init; }

    public SettledReports? Settled { get; init; }

    /// <summary>The first publication: a film that an appeal brings back keeps it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    [JsonIgnore]
    public bool IsAppealed => IsRefused && Appeal is { DecidedAt: null };

    /// <summary>The opinion of a reviewer who asked for a second one.</summary>
    [JsonIgnore]
    public FilmReview? WaitsForSecond =>
        State == VideoState.InReview && Reviews is [.., { AsksForSecond: true } last] && last.Film == Film?.Number ? last : null;

    private bool IsRefused => State is VideoState.Rejected or VideoState.TakenDown;

    public bool MayAppealAt(DateTimeOffset now) =>
        IsRefused && Film is not null && Appeal is null && Reviews is [.., var last] && now < last.DecidedAt + AppealTakes;

    public bool KeepsFilmAt(DateTimeOffset now) => IsAppealed || MayAppealAt(now);

    public bool HasOpenReports(VideoTally tally) => tally.Reports > (Settled?.Count ?? 0);

    [JsonIgnore]
    public DateTimeOffset? FirstSubmittedAt => Reviews is [var first, ..] ? first.SubmittedAt : Film?.SubmittedAt;

    [JsonIgnore]
    public DateTimeOffset UploadEndsAt => State == VideoState.Returned ? Reviews[^1].DecidedAt + MendingTakes : OpenedAt + UploadTakes;

    /// <summary>The state at a time: an upload that misses its deadline is abandoned without a write.</summary>
    public VideoState StateAt(DateTimeOffset now) => TakesUploads && now >= UploadEndsAt ? VideoState.Abandoned : State;

    [JsonIgnore]
    public bool HasEnded => State is VideoState.Rejected or VideoState.TakenDown or VideoState.Erased;

    public bool IsOpenAt(DateTimeOffset now) => StateAt(now) is VideoState.Uploading or VideoState.Returned;

    /// <summary>A video in review may be returned, and then its upload is needed for corrections.</summary>
    public bool KeepsUploadAt(DateTimeOffset now) => State is VideoState.InReview or VideoState.Preparing || IsOpenAt(now);

    public Video To(VideoState state) => this with { State = state, Revision = Revision + 1 };

    public Video Decided(FilmReview review) =>
        To(StateAfter(review)) with
        {
            Reviews = [.. Reviews, review],
            Field = review.Field ?? Field,
            Appeal = IsAppealed ? Appeal! with { DecidedAt = review.DecidedAt, Decision = review.Decision } : Appeal,
            PublishedAt = StateAfter(review) == VideoState.Published ? PublishedAt ?? review.DecidedAt : PublishedAt,
        };

    private VideoState StateAfter(FilmReview review) =>
        review switch
        {
            { AsksForSecond: true } => State,
            { Decision: FilmDecision.Publish } => VideoState.Published,
            { Decision: FilmDecision.TakeDown } => VideoState.TakenDown,
            { Decision: FilmDecision.Return } => VideoState.Returned,
            _ => IsAppealed ? State : VideoState.Rejected,
        };

    /// <summary>The remaining record after an erasure: enough to find and remove everything else.</summary>
    public Video Erased() =>
        To(VideoState.Erased) with
        {
            Title = "",
            Description = "",
            Author = "",
            Reviews = [.. Reviews.Select(review => review with { Text = "" })],
            Appeal = Appeal is null ? null : Appeal with { Text = "" },
        };

    private bool TakesUploads => State is VideoState.Uploading or VideoState.Returned;
}

public enum VideoState
{
    Uploading,
    InReview,

    Returned,
    Rejected,
    Published,

    TakenDown,

    Erased,

    Abandoned,

    /// <summary>Renditions are being made.</summary>
    Preparing,
}
