using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EStation.Storage;

/// <summary>How the SDK's clients try: at most three times, at most 8 s in all, so that a phone has its 503 within 10 s.</summary>
public static class StorageClientOptions
{
    private static readonly TimeSpan CopyTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Of one try.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(2.3);

    public static TableClientOptions ForTables(IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout) =>
        Prepare(new TableClientOptions(), policies, timeout);

    // Azurite 3.37 does not know the newest version of the service that the SDK would ask for.
    public static BlobClientOptions ForBlobs(IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout) =>
        Prepare(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06), policies, timeout);

    /// <summary>Storage copies 200 MB within one request; when it takes too long, repeating the request finds the copy there.</summary>
    public static BlobClientOptions ForCopies(IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout)
    {
        var options = ForBlobs(policies, timeout);
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = timeout > CopyTimeout ? timeout.Value : CopyTimeout;
        return options;
    }

    private static T Prepare<T>(T options, IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(500);
        options.Retry.NetworkTimeout = timeout ?? UsualTimeout;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        foreach (var policy in policies)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
