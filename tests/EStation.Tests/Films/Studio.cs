using Azure.Storage.Blobs;
using EStation.LocalHost;
using EStation.Showcase.Uploads;
using EStation.Testing;

namespace EStation.Films;

/// <summary>The program that prepares films, on a test's storage.</summary>
internal static class Studio
{
    public static BlobContainerClient HeldOf(string connectionString) => new(connectionString, VideoBlobs.Held, Filmmaker.Blobs);

    public static async Task<int> DrainAsync(string connectionString, FfmpegLimits? limits = null)
    {
        var ffmpeg = await FfmpegInstallation.EnsureAsync(TestContext.Current.CancellationToken);
        var workshop = new Workshop(new Ffmpeg(ffmpeg, limits ?? FfmpegLimits.Usual));
        return await new Preparation(new HeldFilms(HeldOf(connectionString)), workshop, TextWriter.Null).DrainAsync(
            TestContext.Current.CancellationToken
        );
    }

    public static async Task<IReadOnlyList<string>> FilesOf(BlobContainerClient held) =>
        await held.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
}
