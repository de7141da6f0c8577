namespace EStation.Films;

/// <summary>Prepares the films that wait. Several instances share the work: each claims a film, and a dead one's claim ends.</summary>
internal sealed class Preparation(HeldFilms films, Workshop workshop, TextWriter log)
{
    /// <returns>How many outcomes were stored.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var stored = 0;
        foreach (var film in await films.ListWaitingAsync(cancellation))
        {
            await using var claim = await films.ClaimAsync(film, cancellation);
            if (claim is null || await films.IsPreparedAsync(film, cancellation))
                continue;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, claim.Lost);
            if (await PrepareAsync(film, either.Token))
                stored++;
        }

        return stored;
    }

    private async Task<bool> PrepareAsync(string film, CancellationToken cancellation)
    {
        await films.ClearAttemptsAsync(film, except: null, cancellation);
        var folder = Directory.CreateTempSubdirectory("film-").FullName;
        try
        {
            if (await films.DownloadAsync(film, Path.Combine(folder, HeldFilms.Video), cancellation) is not { } source)
                return false;
            var attempt = $"try-{Guid.NewGuid():N}";
            var prepared = await OutcomeAsync(film, folder, attempt, source.ToString(), cancellation);
            var isOurs = await films.FinishAsync(film, prepared, cancellation);
            if (!isOurs)
                await films.ClearAttemptsAsync(film, except: null, cancellation);
            await log.WriteLineAsync(
                $"Film {film}: {prepared.Flaw ?? $"{prepared.Renditions.Count} renditions"}{(isOurs ? "" : ", too late")}"
            );
            return isOurs;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<PreparedFilm> OutcomeAsync(string film, string folder, string attempt, string source, CancellationToken cancellation)
    {
        try
        {
            var (made, heights) = await workshop.MakeAsync(folder, HeldFilms.Video, cancellation);
            foreach (var height in heights)
                await UploadAsync(Recipe.FileOf(height), $"{height}", "video/mp4");
            if (made.HasSound)
                await UploadAsync(Recipe.SoundFile, "audio", "audio/mp4");
            for (var number = 1; number <= Workshop.Frames; number++)
                await UploadAsync(Workshop.FrameFile(number), $"frame{number}", "image/jpeg");
            await UploadAsync(Workshop.PosterFile, "poster", "image/jpeg");
            return new PreparedFilm(
                source,
                null,
                attempt,
                (int)made.Duration.TotalMilliseconds,
                made.Width,
                made.Height,
                [.. heights.Select(height => new Rendition(height, SizeOf(Recipe.FileOf(height))))],
                made.HasSound ? SizeOf(Recipe.SoundFile) : null,
                Workshop.Frames
            );
        }
        catch (FlawedFilmException flawed)
        {
            return PreparedFilm.Flawed(source, flawed.Flaw);
        }

        Task UploadAsync(string file, string part, string type) =>
            films.UploadAsync(film, $"{attempt}-{part}", Path.Combine(folder, file), type, cancellation);

        long SizeOf(string file) => new FileInfo(Path.Combine(folder, file)).Length;
    }
}
