using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EStation.Storage;

/// <summary>The retries of the SDK's clients: at most three tries and 8 s in all, so that a phone gets its 503 within 10 s.</summary>
public static class StorageClientOptions
{
    /// <summary>Azurite 3.37 does not support the SDK's default service version.</summary>
    public const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2026_06_06;

    private static readonly TimeSpan CopyTimeout = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(2.3);

    public static TableClientOptions ForTables(IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout) =>
        Prepare(new TableClientOptions(), policies, timeout);

    public static BlobClientOptions ForBlobs(IEnumerable<HttpPipelinePolicy> policies, TimeSpan? timeout) =>
        Prepare(new BlobClientOptions(BlobVersion), policies, timeout);

    /// <summary>Storage copies 200 MB within one request; after a timeout, a repeated request finds the copy.</summary>
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
