using Azure;

namespace EStation.Showcase.Uploads;

/// <summary>Checks a few kilobytes of an upload, and holds a copy of exactly the checked bytes.</summary>
public sealed class FilmCheck(VideoBlobs blobs, FilmOptions options)
{
    public async Task<Result<Film>> CheckAsync(Video video, VideoLimits limits, DateTimeOffset now)
    {
        try
        {
            if (await blobs.FindAsync(video.Id, VideoBlobs.Video) is not { } file)
                return Flaw.NoVideo;
            if ((await ReadAsync(file, video, limits)).Refused(out var refusal, out var facts))
                return refusal;
            var poster = await blobs.FindAsync(video.Id, VideoBlobs.Poster);
            if ((await PosterTypeAsync(poster)).Refused(out refusal, out var posterType))
                return refusal;

            var number = (video.Film?.Number ?? 0) + 1;
            var film = new Film(
                number,
                NameOf(video.Id, number, file.ETag, poster?.ETag),
                now,
                facts.DurationMs,
                facts.Width,
                facts.Height,
                facts.Codec,
                posterType
            );
            var held = await Task.WhenAll(
                blobs.HoldAsync(video.Id, VideoBlobs.Video, file.ETag, film.Name, posterType),
                poster is null ? Task.FromResult(true) : blobs.HoldAsync(video.Id, VideoBlobs.Poster, poster.ETag, film.Name, posterType)
            );
            return held.Contains(false) ? Flaw.Changing : film;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 409 or 412)
        {
            return Flaw.Changing; // overwritten or cleared since, or archived by its owner
        }
    }

    /// <summary>Empty where a picture of the film will stand for the poster.</summary>
    private async Task<Result<string>> PosterTypeAsync(UploadedFile? poster) =>
        poster switch
        {
            null when options.Prepares => "",
            null => Flaw.NoPoster,
            { IsBlockBlob: false } => Flaw.PosterNoImage,
            _ => await PosterFacts.ReadAsync(poster.Ranges),
        };

    private async Task<Result<Mp4Facts>> ReadAsync(UploadedFile file, Video video, VideoLimits limits)
    {
        if (!file.IsBlockBlob)
            return Flaw.NotBlocks;
        if (file.Ranges.Length != video.Size)
            return Flaw.OtherSize(file.Ranges.Length, video.Size);
        if (file.Ranges.Length > limits.MaxBytes)
            return Flaw.TooManyBytes(limits.MaxBytes);
        if (file.ContentType != video.ContentType && file.ContentType != VideoBlobs.TypeUnsaid)
            return Flaw.OtherType(file.ContentType);
        if ((await Mp4Facts.ReadAsync(file.Ranges, asPhonesRecord: options.Prepares)).Refused(out var refusal, out var facts))
            return refusal;
        if (facts.DurationMs / 1000 > limits.MaxSeconds)
            return Flaw.TooLong(facts.DurationMs / 1000, limits.MaxSeconds);
        var (longest, shortest) = options.Prepares
            ? (VideoLimits.PreparedLongSide, VideoLimits.PreparedShortSide)
            : (VideoLimits.LongSide, VideoLimits.ShortSide);
        return Math.Max(facts.Width, facts.Height) > longest || Math.Min(facts.Width, facts.Height) > shortest ? Flaw.TooLarge : facts;
    }

    private static string NameOf(VideoId id, int number, ETag video, ETag? poster) =>
        $"{id}/{number}-{Fingerprint.Of($"{video}|{poster}", 12)}";
}
