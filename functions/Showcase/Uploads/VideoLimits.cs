namespace EStation.Showcase.Uploads;

/// <summary>What a video may be.</summary>
public sealed record VideoLimits(int MaxSeconds, long MaxBytes)
{
    public const string ContentType = "video/mp4";

    /// <summary>1080p, lying or standing.</summary>
    public const int LongSide = 1920;

    /// <summary>1080 lines, in the 16-line blocks that pictures are coded in.</summary>
    public const int ShortSide = 1088;

    /// <summary>100 kB.</summary>
    public const int PosterBytes = 100_000;

    /// <summary>What storage copies at once, by its documentation: 256 MiB.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Three minutes, 200 MB: what calls for entries usually say. For videos of no campaign.</summary>
    public static readonly VideoLimits Usual = new(180, 200L * 1024 * 1024);
}
