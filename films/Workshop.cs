namespace EStation.Films;

/// <summary>Makes the files of a film in a folder.</summary>
internal sealed class Workshop(Ffmpeg ffmpeg)
{
    public const int Frames = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(16);

    /// <summary>A film that ends well before its header says is damaged.</summary>
    private const double LeastOfDuration = 0.9;

    public static string FrameFile(int number) => $"frame{number}.jpg";

    public const string PosterFile = "poster.jpg";

    /// <exception cref="FlawedFilmException">The film cannot be shown.</exception>
    public async Task<(Inspection Film, IReadOnlyList<int> Heights)> MakeAsync(string folder, string input, CancellationToken cancellation)
    {
        var film = Inspection.Parse((await ffmpeg.RunAsync(folder, Recipe.Inspect(input), cancellation)).Output);
        if (film is null || film.ShortSide == 0)
            throw new FlawedFilmException(Flaw.NoPicture);
        if (film.Duration > Longest)
            throw new FlawedFilmException(Flaw.TooLong);
        if ((await ffmpeg.RunAsync(folder, Recipe.Render(input, film), cancellation)).ExitCode != 0)
            throw new FlawedFilmException(Flaw.Damaged);

        var heights = Recipe.HeightsFor(film);
        var best = Recipe.FileOf(heights[^1]);
        var made = Inspection.Parse((await ffmpeg.RunAsync(folder, Recipe.Inspect(best), cancellation)).Output);
        if (made is null || made.Duration < film.Duration * LeastOfDuration)
            throw new FlawedFilmException(Flaw.Damaged);
        var small = Recipe.FileOf(heights[0]);
        for (var number = 0; number < Frames; number++)
            await PictureAsync(folder, small, made.Duration * ((number + 0.5) / Frames), FrameFile(number + 1), quality: 5, cancellation);
        await PictureAsync(
            folder,
            heights.Count > 1 ? Recipe.FileOf(heights[1]) : small,
            made.Duration / 10,
            PosterFile,
            quality: 6,
            cancellation
        );
        return (made, heights);
    }

    // The last frames of a very short film may be before the moment: the first picture stands for them.
    private async Task PictureAsync(
        string folder,
        string rendition,
        TimeSpan at,
        string output,
        int quality,
        CancellationToken cancellation
    )
    {
        await ffmpeg.RunAsync(folder, Recipe.Frame(rendition, at, output, quality), cancellation);
        if (!File.Exists(Path.Combine(folder, output)))
            await ffmpeg.RunAsync(folder, Recipe.Frame(rendition, TimeSpan.Zero, output, quality), cancellation);
        if (!File.Exists(Path.Combine(folder, output)))
            throw new FlawedFilmException(Flaw.Damaged);
    }
}
