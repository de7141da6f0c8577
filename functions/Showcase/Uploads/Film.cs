namespace EStation.Showcase.Uploads;

/// <summary>What was submitted, as the files themselves say.</summary>
/// <param name="Number">From 1: which submission of this video.</param>
/// <param name="Name">Of its folder in <c>held</c>, and in <c>media</c> once it is published: of this submission and of these very
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
