using Azure.Storage.Blobs;

namespace EStation.LocalHost;

/// <summary>Where timers keep leases and statuses: the container of the real host, under this app's host id.</summary>
internal sealed record TimerStorage(BlobContainerClient Container, string HostId, LeaseTiming Leases)
{
    public const string ContainerName = "azure-webjobs-hosts";

    /// <exception cref="StartFailure">The connection string is missing or is not one.</exception>
    public static TimerStorage Of(string? connectionString, string hostId, LeaseTiming leases)
    {
        if (string.IsNullOrEmpty(connectionString))
            throw new StartFailure("The setting AzureWebJobsStorage is missing: timers need a storage account.");
        try
        {
            // Azurite refuses the newest version, which is the client's default.
            var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
            return new TimerStorage(new BlobContainerClient(connectionString, ContainerName, options), hostId, leases);
        }
        catch (FormatException)
        {
            throw new StartFailure("The setting AzureWebJobsStorage is not a connection string.");
        }
    }
}
