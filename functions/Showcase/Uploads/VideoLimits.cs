namespace EStation.Showcase.Uploads;

public sealed record VideoLimits(int MaxSeconds, long MaxBytes)
{
    public const string ContentType = "video/mp4";

    /// <summary>Phones' films, which <c>films/</c> turns into MP4.</summary>
    public static readonly IReadOnlyList<string> PreparedTypes = [ContentType, "video/quicktime", "video/3gpp"];

    /// <summary>4K, landscape or portrait.</summary>
    public const int PreparedLongSide = 4096;

    public const int PreparedShortSide = 2304;

    /// <summary>1080p, landscape or portrait.</summary>
    public const int LongSide = 1920;

    /// <summary>1080 lines, in the 16-line blocks of video codecs.</summary>
    public const int ShortSide = 1088;

    public const int PosterBytes = 100_000;

    /// <summary>The limit of storage for a synchronous copy, by its documentation: 256 MiB.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Three minutes, 200 MB: the usual limits of calls for entries. They apply to videos without a campaign.</summary>
    public static readonly VideoLimits Usual = new(180, 200L * 1024 * 1024);
}
