using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace EStation.Storage;

public sealed class StorageProbe(StorageAccounts accounts, StorageOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<StorageHealth> ProbeAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout > Patience ? options.Timeout.Value : Patience);
        var tables = Task.WhenAll([
            .. CreateStorage.Tables.Select(table => FindAsync(accounts.Table(table), limit.Token)),
            .. accounts.AccountsOfLedgers.Select(account =>
                FindAsync(account.GetTableClient(Ledger.LedgerAccounts.TableName), limit.Token)
            ),
        ]);
        var containers = Task.WhenAll(CreateStorage.Containers.Select(container => FindContainerAsync(container, limit.Token)));
        var (ofTables, ofBlobs) = (await TryAsync(tables), await TryAsync(containers));
        string[] missing = [.. ofTables.Missing, .. ofBlobs.Missing];
        return new StorageHealth(ofTables.Health, ofBlobs.Health, missing.Length == 0 ? null : missing);
    }

    private static async Task<(Health Health, IEnumerable<string> Missing)> TryAsync(Task<string?[]> probes)
    {
        try
        {
            var missing = (await probes).OfType<string>().ToList();
            return (missing.Count == 0 ? Health.Ok : Health.Missing, missing);
        }
        catch (Exception failure) when (StorageFailure.IsPassing(failure))
        {
            return (Health.Unavailable, []);
        }
    }

    private static async Task<string?> FindAsync(TableClient table, CancellationToken cancellation)
    {
        try
        {
            await table.GetEntityAsync<TableEntity>("health", "health", cancellationToken: cancellation);
            return null;
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            // GetEntityIfExists treats a missing table as a missing row.
            return absent.ErrorCode == TableErrorCode.TableNotFound ? table.Name : null;
        }
    }

    private async Task<string?> FindContainerAsync(string container, CancellationToken cancellation) =>
        await accounts.Blobs.GetBlobContainerClient(container).ExistsAsync(cancellation) ? null : container;
}

public enum Health
{
    Ok,
    Missing,
    Unavailable,
}

public sealed record StorageHealth(
    Health Tables,
    Health Blobs,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<string>? Missing
);
