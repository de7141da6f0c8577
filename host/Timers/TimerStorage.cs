using Azure.Storage.Blobs;

namespace EStation.LocalHost;

internal sealed record TimerStorage(BlobContainerClient Container, string HostId, LeaseTiming Leases)
{
    public const string ContainerName = "azure-webjobs-hosts";

    public static TimerStorage Of(string? connectionString, string hostId, LeaseTiming leases)
    {
        if (string.IsNullOrEmpty(connectionString))
            throw new StartFailure("The setting AzureWebJobsStorage is missing: timers need a storage account.");
        try
        {
            // Azurite refuses the client's default version, the newest one.
            var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
            return new TimerStorage(new BlobContainerClient(connectionString, ContainerName, options), hostId, leases);
        }
        catch (FormatException)
        {
            throw new StartFailure("The setting AzureWebJobsStorage is not a connection string.");
        }
    }
}
