namespace EStation.Films;

/// <summary>ffmpeg's arguments for a film.</summary>
internal static class Recipe
{
    /// <summary>4K, landscape or portrait.</summary>
    private const int MostPixels = 4096 * 2304;

    private const string Decoders = "h264,hevc,mpeg4,h263,mjpeg,aac,amrnb,amrwb,mp3,mp3float,alac,pcm_s16le,pcm_s16be,pcm_mulaw,pcm_alaw";

    private static readonly Quality[] All =
    [
        new(240, 160, "baseline", 20, 40),
        new(480, 520, "main", 25, 64),
        new(720, 1300, "main", 30, 96),
    ];

    public static IReadOnlyList<string> Inspect(string input) => [.. Input(input)];

    /// <summary>The smallest always; the others where the original has the lines.</summary>
    public static IReadOnlyList<int> HeightsFor(Inspection film) =>
        [.. All.Where((quality, index) => index == 0 || film.ShortSide >= quality.Height).Select(quality => quality.Height)];

    /// <summary>All renditions and the sound alone, from one decoding.</summary>
    public static IReadOnlyList<string> Render(string input, Inspection film) =>
        [
            "-y",
            "-loglevel",
            "error",
            "-max_error_rate",
            "0.3",
            .. Input(input),
            .. All.Where(quality => HeightsFor(film).Contains(quality.Height)).SelectMany(quality => Picture(quality, film)),
            .. film.HasSound ? Sound() : [],
        ];

    /// <summary>A picture at a moment of a rendition, which is ours and small.</summary>
    public static IReadOnlyList<string> Frame(string rendition, TimeSpan at, string output, int quality) =>
        [
            "-y",
            "-loglevel",
            "error",
            "-ss",
            $"{at.TotalSeconds:0.000}",
            .. Input(rendition),
            "-frames:v",
            "1",
            "-q:v",
            $"{quality}",
            "-f",
            "image2",
            output,
        ];

    public static string FileOf(int height) => $"{height}.mp4";

    public const string SoundFile = "audio.m4a";

    // One demuxer, one protocol, known decoders: a playlist, a script or a reference to another file is no film.
    private static string[] Input(string name) =>
        [
            "-protocol_whitelist",
            "file",
            "-f",
            "mov",
            "-codec_whitelist",
            Decoders,
            "-max_pixels",
            $"{MostPixels}",
            "-threads",
            "2",
            "-i",
            $"file:{name}",
        ];

    private static IEnumerable<string> Picture(Quality quality, Inspection film) =>
        [
            "-map",
            "0:v:0",
            .. film.HasSound
                ? new[]
                {
                    "-map",
                    "0:a:0",
                    "-c:a",
                    "aac",
                    "-ac",
                    quality.Height < 480 ? "1" : "2",
                    "-ar",
                    "44100",
                    "-b:a",
                    $"{quality.Sound}k",
                }
                : [],
            .. Clean,
            "-vf",
            $"fps={quality.Frames},scale=w='if(gte(iw,ih),-2,trunc(min({quality.Height},iw)/2)*2)':h='if(gte(iw,ih),trunc(min({quality.Height},ih)/2)*2,-2)',format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-profile:v",
            quality.Profile,
            "-b:v",
            $"{quality.Picture}k",
            "-maxrate",
            $"{quality.Picture * 5 / 4}k",
            "-bufsize",
            $"{quality.Picture * 2}k",
            "-g",
            $"{quality.Frames * 4}",
            "-threads",
            "2",
            "-movflags",
            "+faststart",
            "-f",
            "mp4",
            FileOf(quality.Height),
        ];

    private static string[] Sound() =>
        [
            "-map",
            "0:a:0",
            "-vn",
            .. Clean,
            "-c:a",
            "aac",
            "-ac",
            "1",
            "-ar",
            "22050",
            "-b:a",
            "24k",
            "-movflags",
            "+faststart",
            "-f",
            "mp4",
            SoundFile,
        ];

    /// <summary>Places, names of phones and chapters are not for the public.</summary>
    private static readonly string[] Clean = ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"];

    /// <param name="Picture">Kilobits a second.</param>
    /// <param name="Sound">Kilobits a second.</param>
    private sealed record Quality(int Height, int Picture, string Profile, int Frames, int Sound);
}
