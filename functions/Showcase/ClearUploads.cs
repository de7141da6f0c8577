using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Showcase;

/// <summary>
/// Once an hour: clears uploads that nobody will finish, that are not needed any more, or that exceed what was announced, which no signature
/// can keep anybody from. Only what is being uploaded is looked at.
/// </summary>
internal sealed class ClearUploads(VideoTable videos, VideoBlobs blobs, TimeProvider time, ILogger<ClearUploads> logger)
{
    private const string Hourly = "0 17 * * * *";

    [Function(nameof(ClearUploads))]
    public async Task Run([TimerTrigger(Hourly)] TimerInfo timer)
    {
        var cleared = 0;
        await foreach (var (id, part, bytes) in blobs.ListUploadsAsync())
        {
            var video = (await videos.FindAsync(id))?.Video;
            var staged = part == VideoBlobs.Video && bytes == 0 ? (await blobs.ListBlocksAsync(id)).Sum(block => block.Size) : bytes;
            if (video is not null && video.KeepsUploadAt(time.Now()) && staged <= (part == VideoBlobs.Poster ? VideoLimits.PosterBytes : video.Size))
                continue;
            await blobs.DeleteUploadAsync(id, part);
            cleared++;
        }

        if (cleared > 0)
            logger.LogInformation("Cleared {Files} uploaded files", cleared);
    }
}
