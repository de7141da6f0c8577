using EStation.Settings;

namespace EStation.Storage;

/// <summary>Where records and media are kept.</summary>
/// <param name="ConnectionString"><c>AzureWebJobsStorage</c>: Azurite, for the host and for everything here. In Azure there is none: keys are
/// off, the host has an account of its own, and the identity is asked.</param>
/// <param name="Tables"><c>Storage:TableServiceUri</c>.</param>
/// <param name="Blobs"><c>Storage:BlobServiceUri</c>.</param>
/// <param name="Backups"><c>Backups:BlobServiceUri</c>: where backups of the tables go.</param>
/// <param name="ClientId"><c>Storage:ClientId</c>: the user-assigned identity.</param>
/// <param name="Accounts"><c>Storage:Accounts:{county prefix}</c>: the ledgers of these counties are in accounts of their own; a connection
/// string or the URI of the table service.</param>
/// <param name="CreateMissing"><c>Storage:CreateMissing</c>: tables and containers are made at start; in Azure they are
/// provisioned.</param>
/// <param name="Timeout"><c>Storage:TimeoutMilliseconds</c>: how long one try of one request may take; longer only for slow machines that
/// run tests, because a phone is promised its answer within 10 s.</param>
public sealed record StorageOptions(
    string? ConnectionString,
    Uri? Tables,
    Uri? Blobs,
    Uri? Backups,
    string? ClientId,
    IReadOnlyDictionary<string, string> Accounts,
    bool CreateMissing,
    TimeSpan? Timeout = null
)
{
    public static StorageOptions Read(SettingReader read)
    {
        var options = new StorageOptions(
            read.Optional("AzureWebJobsStorage"),
            read.Uri("Storage:TableServiceUri"),
            read.Uri("Storage:BlobServiceUri"),
            read.Uri("Backups:BlobServiceUri"),
            read.Optional("Storage:ClientId"),
            read.Section("Storage:Accounts"),
            read.Flag("Storage:CreateMissing"),
            TimeSpan.FromMilliseconds(read.Number("Storage:TimeoutMilliseconds", (int)StorageClientOptions.UsualTimeout.TotalMilliseconds))
        );
        if (options.ConnectionString is null && options.Tables is null)
            throw new SettingException(
                "AzureWebJobsStorage",
                "is missing: a connection string, or Storage__TableServiceUri, __BlobServiceUri and __ClientId."
            );
        if (options.ConnectionString is null && options.Blobs is null)
            throw new SettingException("Storage:BlobServiceUri", "is missing.");
        if (options.ConnectionString is null && options.Backups is null)
            throw new SettingException("Backups:BlobServiceUri", "is missing: without it there are no backups of the tables.");
        foreach (var prefix in options.Accounts.Keys.Where(prefix => prefix.Length is 0 or > 6 || !prefix.All(char.IsAsciiDigit)))
            throw new SettingException($"Storage:Accounts:{prefix}", "must be named by 1 to 6 leading digits of county codes.");
        return options;
    }
}
