using Azure.Storage.Blobs.Models;
using EStation.Ledger;

namespace EStation.Storage;

public sealed class CreateStorage(StorageAccounts accounts, StorageOptions options) : IPrepare
{
    /// <summary>Every table beside the ledgers; <c>infra/</c> provisions the same.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "Audit",
        "Campaigns",
        "Contests",
        "Documents",
        "Erasures",
        "Grants",
        "Inbox",
        "LocalMessages",
        "Notices",
        "People",
        "Phones",
        "Publicists",
        "QuestionBanks",
        "Results",
        "SignIn",
        "Stations",
        "Statistics",
        "Trainings",
        "VideoLists",
    ];

    public static readonly IReadOnlyList<string> Containers = ["held", "kept", "media", "reference", "uploads"];

    // Browsers upload blocks directly to storage, which is another origin; the signature limits the uploads.
    private static readonly BlobCorsRule FromPages = new()
    {
        AllowedOrigins = "*",
        AllowedMethods = "GET,HEAD,PUT",
        AllowedHeaders = "*",
        ExposedHeaders = "*",
        MaxAgeInSeconds = 86_400,
    };

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (!options.CreateMissing)
            return;
        await Task.WhenAll([
            .. Tables.Select(table => accounts.Table(table).CreateIfNotExistsAsync(cancellation)),
            .. accounts.AccountsOfLedgers.Select(account => account.CreateTableIfNotExistsAsync(LedgerAccounts.TableName, cancellation)),
            .. Containers.Select(container =>
                accounts.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation)
            ),
            accounts.Backups.CreateIfNotExistsAsync(cancellationToken: cancellation),
        ]);
        var properties = (await accounts.Blobs.GetPropertiesAsync(cancellation)).Value;
        properties.Cors = [FromPages];
        await accounts.Blobs.SetPropertiesAsync(properties, cancellation);
    }
}
