using Azure.Identity;
using Azure.Storage.Blobs;
using EStation.Films;

// Prepares held films for the showcase. `--watch` goes on until standard input ends: the local host starts it so. Without it the program
// ends when nothing waits, as a job does.
var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
var ffmpeg = Environment.GetEnvironmentVariable("FFMPEG") is { Length: > 0 } named ? named : "/usr/bin/ffmpeg";
if (!File.Exists(ffmpeg))
{
    await Console.Error.WriteLineAsync($"'{ffmpeg}' is not there: install ffmpeg, or set FFMPEG to its path.");
    return 1;
}

var service = Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } connection
    ? new BlobServiceClient(connection, options)
    : new BlobServiceClient(
        new Uri(
            Environment.GetEnvironmentVariable("Storage__BlobServiceUri")
                ?? throw new ArgumentException("Storage__BlobServiceUri is missing.")
        ),
        new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(Environment.GetEnvironmentVariable("Storage__ClientId"))),
        options
    );
var preparation = new Preparation(
    new HeldFilms(service.GetBlobContainerClient("held")),
    new Workshop(new Ffmpeg(ffmpeg, FfmpegLimits.Usual)),
    Console.Out
);
if (!args.Contains("--watch"))
{
    while (await preparation.DrainAsync(CancellationToken.None) > 0) { }
    return 0;
}

using var end = new CancellationTokenSource();
_ = Task.Run(() =>
{
    while (Console.Read() >= 0) { }
    end.Cancel();
});
await Watching.RunAsync(preparation, TimeSpan.FromSeconds(2), end.Token);
return 0;
