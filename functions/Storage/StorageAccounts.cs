using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using EStation.Ledger;

namespace EStation.Storage;

/// <summary>The storage accounts: one for everything, and more for the ledgers of counties where the settings say so.</summary>
public sealed class StorageAccounts
{
    private readonly TableServiceClient tables;
    private readonly (string Prefix, TableServiceClient Tables)[] byCounty;
    private readonly ConcurrentDictionary<Partition, TableClient> ledgers = new();

    /// <param name="policies">Seen by every request and every retry; tests count and break things here.</param>
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

    /// <summary>The same blobs, for what storage takes longer over: one try, of 8 s.</summary>
    public BlobServiceClient PatientBlobs { get; }

    /// <summary>The container of backups; in Azure it is in an account of its own.</summary>
    public BlobContainerClient Backups { get; }

    /// <summary>Every account that holds ledgers.</summary>
    public IEnumerable<TableServiceClient> AccountsOfLedgers => byCounty.Select(account => account.Tables).Prepend(tables);

    /// <summary>The accounts as the ledger library wants them.</summary>
    public LedgerAccounts Ledgers => new(Ledger);

    public TableClient Table(string name) => tables.GetTableClient(name);

    /// <summary>The ledger of a county, in the account with the longest prefix that fits.</summary>
    public TableClient Ledger(Partition county) =>
        ledgers.GetOrAdd(
            county,
            key =>
                (
                    byCounty.FirstOrDefault(account => key.Key.StartsWith(account.Prefix, StringComparison.Ordinal)).Tables ?? tables
                ).GetTableClient(LedgerAccounts.TableName)
        );
}
