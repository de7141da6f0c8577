using Azure.Storage.Blobs.Models;
using EStation.Ledger;
using Microsoft.Extensions.Hosting;

namespace EStation.Storage;

/// <summary>Makes missing tables and containers at start, where nothing has provisioned them.</summary>
internal sealed class CreateStorage(StorageAccounts accounts, StorageOptions options) : IHostedLifecycleService
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
        "LocalMessages",
        "People",
        "Phones",
        "Publicists",
        "QuestionBanks",
        "SignIn",
        "Stations",
        "Statistics",
        "Trainings",
        "VideoLists",
    ];

    public static readonly IReadOnlyList<string> Containers = ["held", "media", "reference", "uploads"];

    // Pages put blocks straight into storage, which is another origin; what they may put is the signature's to say.
    private static readonly BlobCorsRule FromPages = new()
    {
        AllowedOrigins = "*",
        AllowedMethods = "GET,HEAD,PUT",
        AllowedHeaders = "*",
        ExposedHeaders = "*",
        MaxAgeInSeconds = 86_400,
    };

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.CreateMissing)
            return;
        await Task.WhenAll([
            .. Tables.Select(table => accounts.Table(table).CreateIfNotExistsAsync(cancellationToken)),
            .. accounts.LedgerAccounts.Select(account => account.CreateTableIfNotExistsAsync(LedgerTable.Name, cancellationToken)),
            .. Containers.Select(container =>
                accounts.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken)
            ),
        ]);
        var properties = (await accounts.Blobs.GetPropertiesAsync(cancellationToken)).Value;
        properties.Cors = [FromPages];
        await accounts.Blobs.SetPropertiesAsync(properties, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
