using EStation.Settings;

namespace EStation.Storage;

/// <param name="ConnectionString"><c>AzureWebJobsStorage</c>: for Azurite. Azure uses the identity instead: account keys are off, and the
/// host has an account of its own.</param>
/// <param name="Backups"><c>Backups:BlobServiceUri</c>: where backups of the tables go.</param>
/// <param name="Accounts"><c>Storage:Accounts:{county prefix}</c>: a connection string or a table service URI for the ledgers of these
/// counties.</param>
/// <param name="CreateMissing"><c>Storage:CreateMissing</c>: creates tables and containers at start; Azure provisions them.</param>
/// <param name="Timeout"><c>Storage:TimeoutMilliseconds</c>: the limit of one try. Only slow test machines need more than the
/// default.</param>
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
