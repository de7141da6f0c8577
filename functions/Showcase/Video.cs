using System.Text.Json.Serialization;
using EStation.Regions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Uploads;

namespace EStation.Showcase;

/// <summary>Somebody's video, from the first announcement to its end.</summary>
/// <param name="Owner">By id.</param>
/// <param name="Author">The owner's masked name.</param>
/// <param name="Village">The owner's, when it was opened.</param>
/// <param name="Audience">The owner's, when it was opened.</param>
/// <param name="Campaign">That it was sent to, or null.</param>
/// <param name="Language">Of what is said in it.</param>
/// <param name="Size">As announced, in bytes.</param>
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
    /// <summary>From a return to the last moment of mending.</summary>
    public static readonly TimeSpan MendingTakes = TimeSpan.FromDays(30);

    /// <summary>They are in one row: the last of them publishes or rejects.</summary>
    public const int MostReviews = 10;

    private static readonly TimeSpan UploadTakes = TimeSpan.FromDays(7);

    public VideoState State { get; init; } = VideoState.Uploading;

    /// <summary>Counts the changes of this record.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>What was submitted last; nobody can write to it.</summary>
    public Film? Film { get; init; }

    /// <summary>What reviewers said, in order; each of one film.</summary>
    public IReadOnlyList<FilmReview> Reviews { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset? FirstSubmittedAt => Reviews is [var first, ..] ? first.SubmittedAt : Film?.SubmittedAt;

    /// <summary>Until when it can be uploaded and submitted.</summary>
    [JsonIgnore]
    public DateTimeOffset UploadEndsAt => State == VideoState.Returned ? Reviews[^1].DecidedAt + MendingTakes : OpenedAt + UploadTakes;

    /// <summary>An upload that nobody finishes ends by time alone.</summary>
    public VideoState StateAt(DateTimeOffset now) => TakesUploads && now >= UploadEndsAt ? VideoState.Abandoned : State;

    /// <summary>Nothing comes after: its files have to go.</summary>
    [JsonIgnore]
    public bool HasEnded => State is VideoState.Rejected or VideoState.TakenDown or VideoState.Erased;

    public bool IsOpenAt(DateTimeOffset now) => StateAt(now) is VideoState.Uploading or VideoState.Returned;

    /// <summary>What is in review may be returned, and then only mended.</summary>
    public bool KeepsUploadAt(DateTimeOffset now) => State == VideoState.InReview || IsOpenAt(now);

    /// <summary>The next revision of this record.</summary>
    public Video To(VideoState state) => this with { State = state, Revision = Revision + 1 };

    public Video Decided(FilmReview review) =>
        To(
            review.Decision switch
            {
                FilmDecision.Publish => VideoState.Published,
                FilmDecision.Reject => VideoState.Rejected,
                _ => VideoState.Returned,
            }
        ) with
        {
            Reviews = [.. Reviews, review],
            PublishedAt = review.Decision == FilmDecision.Publish ? review.DecidedAt : null,
        };

    /// <summary>What is left when its owner wants it gone: enough to find and remove everything else.</summary>
    public Video Erased() =>
        To(VideoState.Erased) with
        {
            Title = "",
            Description = "",
            Author = "",
            Reviews = [.. Reviews.Select(review => review with { Reason = "" })],
        };

    private bool TakesUploads => State is VideoState.Uploading or VideoState.Returned;
}

public enum VideoState
{
    /// <summary>Announced; its blocks may be on their way.</summary>
    Uploading,
    InReview,

    /// <summary>A reviewer wants something changed.</summary>
    Returned,
    Rejected,
    Published,

    /// <summary>Off the showcase, by a reviewer.</summary>
    TakenDown,

    /// <summary>Gone, by its owner.</summary>
    Erased,

    /// <summary>Never finished, or never mended, in time.</summary>
    Abandoned,
}
