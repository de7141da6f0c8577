namespace EStation.Showcase.Uploads;

/// <param name="Number">The ordinal of the submission, starting at 1.</param>
/// <param name="Name">The folder in <c>held</c>, and in <c>media</c> once it is published. It is unique for this submission and its
/// bytes.</param>
public sealed record Film(
    int Number,
    string Name,
    DateTimeOffset SubmittedAt,
    int DurationMs,
    int Width,
    int Height,
    string Codec,
    string PosterType
);
