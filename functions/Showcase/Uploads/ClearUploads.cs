using Azure;
using EStation.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Showcase.Uploads;

/// <summary>Once an hour: clears uploads that are abandoned, no longer needed, or larger than announced (a signature cannot limit the
/// size), and copies without a record. It reads only videos in upload or review.</summary>
public sealed class ClearUploads(VideoTable videos, VideoBlobs blobs, TimeProvider time, ILogger<ClearUploads> logger)
{
    private const string Hourly = "0 17 * * * *";

    /// <summary>Longer than the time between a copy and its record.</summary>
    private static readonly TimeSpan SubmittingTakes = TimeSpan.FromHours(1);

    [Function(nameof(ClearUploads))]
    public async Task Run([TimerTrigger(Hourly)] TimerInfo timer)
    {
        var cleared = 0;
        await foreach (var (id, part, bytes) in blobs.ListUploadsAsync())
        {
            if (!await IsNeededAsync(id, part, bytes))
                cleared += await TryAsync(id, () => blobs.DeleteUploadAsync(id, part));
        }

        cleared += await ClearFilmsAsync(VideoBlobs.Held, IsInReview);
        cleared += await ClearFilmsAsync(VideoBlobs.Kept, (video, film) => video?.Film?.Name == film && video.KeepsFilmAt(time.Now()));

        if (cleared > 0)
            logger.LogInformation("Cleared {Files} files", cleared);
    }

    private async Task<int> ClearFilmsAsync(string container, Func<Video?, string, bool> isNeeded)
    {
        var cleared = 0;
        await foreach (var (id, film, since) in blobs.ListFilmsAsync(container))
        {
            if (since < time.Now() - SubmittingTakes && await videos.FindAsync(id) is var stored && !isNeeded(stored?.Video, film))
                cleared += await TryAsync(id, () => blobs.DeleteAsync(container, film));
        }

        return cleared;
    }

    private async Task<bool> IsNeededAsync(VideoId id, string part, long bytes)
    {
        if (await videos.FindAsync(id) is not { Video: var video } || !video.KeepsUploadAt(time.Now()))
            return false;
        var most = part == VideoBlobs.Poster ? VideoLimits.PosterBytes : video.Size;
        return bytes <= most && await blobs.CountStagedBytesAsync(id, part) <= most;
    }

    private static bool IsInReview(Video? video, string film) =>
        video is { State: VideoState.InReview or VideoState.Preparing, Film: { } held } && held.Name == film;

    // A file that fails does not stop the others.
    private async Task<int> TryAsync(VideoId id, Func<Task> clear)
    {
        try
        {
            await clear();
            return 1;
        }
        catch (RequestFailedException stuck) when (!StorageFailure.IsPassing(stuck))
        {
            logger.LogWarning("A file of video {Video} could not be cleared: {Problem}", id, stuck.ErrorCode);
            return 0;
        }
    }
}
