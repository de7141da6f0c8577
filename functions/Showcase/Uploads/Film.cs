using System.Text.Json.Serialization;

namespace EStation.Showcase.Uploads;

/// <param name="Number">The ordinal of the submission, starting at 1.</param>
/// <param name="Name">The folder in <c>held</c>, and in <c>media</c> once it is published. It is unique for this submission and its
/// bytes.</param>
/// <param name="PosterType">Empty when the owner gave no poster.</param>
public sealed record Film(
    int Number,
    string Name,
    DateTimeOffset SubmittedAt,
    int DurationMs,
    int Width,
    int Height,
    string Codec,
    string PosterType
)
{
    /// <summary>A larger picture costs a reviewer's and a farmer's line more than it shows.</summary>
    private const int UsualHeight = 480;

    /// <summary>Null where films are shown as they were uploaded.</summary>
    public PreparedFilm? Prepared { get; init; }

    /// <summary>The files that reviewers see and that are published.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Parts =>
        [.. Prepared?.Parts ?? [VideoBlobs.Video], .. PosterType.Length > 0 ? [VideoBlobs.Poster] : Array.Empty<string>()];

    [JsonIgnore]
    public string VideoPart =>
        Prepared is { } prepared
            ? prepared.PartOf(prepared.Renditions.LastOrDefault(one => one.Height <= UsualHeight) ?? prepared.Renditions[0])
            : VideoBlobs.Video;

    [JsonIgnore]
    public string PosterPart => PosterType.Length > 0 || Prepared is null ? VideoBlobs.Poster : Prepared.PosterPart;

    public Film With(PreparedFilm prepared) =>
        this with
        {
            Prepared = prepared,
            DurationMs = prepared.DurationMs,
            Width = prepared.Width,
            Height = prepared.Height,
        };
}
