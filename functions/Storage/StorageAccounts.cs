using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using EStation.Ledger;

namespace EStation.Storage;

/// <summary>The storage accounts: one by default, and others for the ledgers of counties in the settings.</summary>
public sealed class StorageAccounts
{
    private readonly TableServiceClient tables;
    private readonly (string Prefix, TableServiceClient Tables)[] byCounty;
    private readonly ConcurrentDictionary<Partition, TableClient> ledgers = new();

    /// <param name="policies">They see every request and every retry; tests count requests and inject errors here.</param>
    public StorageAccounts(StorageOptions options, IEnumerable<HttpPipelinePolicy> policies)
    {
        var credential = new Lazy<TokenCredential>(() =>
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ClientId))
        );
        var tableOptions = StorageClientOptions.ForTables(policies, options.Timeout);
        tables = options.ConnectionString is { } connection
            ? new TableServiceClient(connection, tableOptions)
            : new TableServiceClient(options.Tables, credential.Value, tableOptions);
        Blobs = Connect(options.Blobs, StorageClientOptions.ForBlobs(policies, options.Timeout));
        PatientBlobs = Connect(options.Blobs, StorageClientOptions.ForCopies(policies, options.Timeout));
        Backups = Connect(options.Backups, StorageClientOptions.ForBlobs(policies, options.Timeout)).GetBlobContainerClient("backups");
        byCounty =
        [
            .. options
                .Accounts.OrderByDescending(account => account.Key.Length)
                .Select(account =>
                    (
                        account.Key,
                        Uri.TryCreate(account.Value, UriKind.Absolute, out var uri)
                            ? new TableServiceClient(uri, credential.Value, tableOptions)
                            : new TableServiceClient(account.Value, tableOptions)
                    )
                ),
        ];

        BlobServiceClient Connect(Uri? where, BlobClientOptions how) =>
            options.ConnectionString is { } connection
                ? new BlobServiceClient(connection, how)
                : new BlobServiceClient(where, credential.Value, how);
    }

    public BlobServiceClient Blobs { get; }

    /// <summary>The same blobs for slow operations: one try, of 8 s.</summary>
    public BlobServiceClient PatientBlobs { get; }

    /// <summary>The container of backups; in Azure it is in an account of its own.</summary>
    public BlobContainerClient Backups { get; }

    public IEnumerable<TableServiceClient> AccountsOfLedgers => byCounty.Select(account => account.Tables).Prepend(tables);

    public LedgerAccounts Ledgers => new(Ledger);

    public TableClient Table(string name) => tables.GetTableClient(name);

    /// <summary>The ledger of a county, in the account with the longest matching prefix.</summary>
    public TableClient Ledger(Partition county) =>
        ledgers.GetOrAdd(
            county,
            key =>
                (
                    byCounty.FirstOrDefault(account => key.Key.StartsWith(account.Prefix, StringComparison.Ordinal)).Tables ?? tables
                ).GetTableClient(LedgerAccounts.TableName)
        );
}
