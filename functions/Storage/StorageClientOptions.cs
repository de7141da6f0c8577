using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EStation.Storage;

/// <summary>How the SDK's clients try: at most three times, at most 8 s in all, so that a phone has its 503 within 10 s.</summary>
public static class StorageClientOptions
{
    public static TableClientOptions ForTables(IEnumerable<HttpPipelinePolicy> policies) => Prepare(new TableClientOptions(), policies);

    // Azurite 3.37 does not know the newest version of the service that the SDK would ask for.
    public static BlobClientOptions ForBlobs(IEnumerable<HttpPipelinePolicy> policies) =>
        Prepare(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06), policies);

    /// <summary>Storage copies 200 MB within one request; when it takes too long, repeating the request finds the copy there.</summary>
    public static BlobClientOptions ForCopies(IEnumerable<HttpPipelinePolicy> policies)
    {
        var options = ForBlobs(policies);
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(8);
        return options;
    }

    private static T Prepare<T>(T options, IEnumerable<HttpPipelinePolicy> policies)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(500);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(2.3);
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        foreach (var policy in policies)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
