using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace EStation.LocalHost;

/// <summary>A timer's status in the real host's place and form: <c>timers/HOSTID/Host.Functions.NAME/status</c>.</summary>
internal sealed class TimerStatusBlob(BlobContainerClient container, string hostId, string function)
{
    private readonly BlobClient blob = container.GetBlobClient($"timers/{hostId}/Host.Functions.{function}/status");

    public async Task<TimerStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<TimerStatus>(JsonSerializerOptions.Default);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(TimerStatus status, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
}
