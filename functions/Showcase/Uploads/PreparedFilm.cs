namespace EStation.Showcase.Uploads;

/// <summary>What <c>films/</c> has made of a film: files beside it, whose names begin with the attempt.</summary>
/// <param name="Source">The ETag of the held file.</param>
/// <param name="Flaw">Why the film cannot be shown; null when it can.</param>
public sealed record PreparedFilm(
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

    private const string Audio = "audio";

    public string AudioPart => PartOf(Audio);

    public string PosterPart => PartOf(VideoBlobs.Poster);

    public IReadOnlyList<string> FrameParts => [.. Enumerable.Range(1, Frames).Select(number => PartOf($"frame{number}"))];

    public IReadOnlyList<string> Parts =>
        [.. Renditions.Select(PartOf), .. AudioBytes is null ? Array.Empty<string>() : [AudioPart], PosterPart, .. FrameParts];

    public string PartOf(Rendition rendition) => PartOf($"{rendition.Height}");

    public static string TypeOf(string part) =>
        part[(part.LastIndexOf('-') + 1)..] switch
        {
            Audio => "audio/mp4",
            [>= '0' and <= '9', ..] => VideoLimits.ContentType,
            _ => "image/jpeg",
        };

    private string PartOf(string what) => $"{Attempt}-{what}";
}

/// <param name="Height">The lines of the shorter side: 240, 480 or 720.</param>
public sealed record Rendition(int Height, long Bytes);
