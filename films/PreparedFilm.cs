namespace EStation.Films;

/// <summary>The outcome for one held film, stored beside it as <c>prepared.json</c>. The app reads the same shape.</summary>
/// <param name="Source">The ETag of the file that was prepared.</param>
/// <param name="Flaw">Why the film cannot be shown; null when it can.</param>
/// <param name="Attempt">The prefix of the files of this outcome.</param>
/// <param name="AudioBytes">Null for a film without sound.</param>
internal sealed record PreparedFilm(
    string Source,
    string? Flaw,
    string Attempt,
    int DurationMs,
    int Width,
    int Height,
    IReadOnlyList<Rendition> Renditions,
    long? AudioBytes,
    int Frames
)
{
    public const string Name = "prepared.json";

    public static PreparedFilm Flawed(string source, string flaw) => new(source, flaw, "", 0, 0, 0, [], null, 0);
}

/// <param name="Height">The shorter side of the picture: 240, 480 or 720.</param>
internal sealed record Rendition(int Height, long Bytes);
