using Azure.Data.Tables;
using EStation.Banks;
using EStation.Contests;
using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using EStation.Seeds;
using EStation.Showcase.Campaigns;
using EStation.Stations;
using EStation.Storage;
using EStation.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EStation.Benchmarks;

/// <summary>A storage account with the seeds, farmers of some counties, and a host; each round has its own contest and an empty
/// ledger.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly StorageAccounts storage;

    private Scene(
        StorageAccounts storage,
        HostProcess host,
        IReadOnlyList<RegionCode> counties,
        IReadOnlyList<string> tokens,
        string account
    ) => (this.storage, Host, Counties, Tokens, ConnectionString) = (storage, host, counties, tokens, account);

    public string ConnectionString { get; }

    public HostProcess Host { get; }

    public IReadOnlyList<RegionCode> Counties { get; }

    public IReadOnlyList<string> Tokens { get; }

    public static async Task<Scene> SetAsync(
        Stage stage,
        int counties,
        int people,
        IEnumerable<string> contests,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var account = stage.NewAccount();
        var storage = Stage.Storage(account);
        await SeedAsync(storage, contests);
        var regions = Crowd.Counties(counties);
        var tokens = await Crowd.GatherAsync(storage, people, regions);
        return new Scene(storage, await stage.StartHostAsync(account, settings), regions, tokens, account);
    }

    public Writers Writers(string contest) => new(storage, Counties, contest);

    public async Task EmptyLedgerAsync()
    {
        await storage.Table(LedgerAccounts.TableName).DeleteAsync();
        await storage.Table(LedgerAccounts.TableName).CreateIfNotExistsAsync();
    }

    /// <summary>The number of stored submissions and of outbox rows: one row for each transaction with news.</summary>
    public async Task<(int Submissions, int Outbox)> CountAsync()
    {
        var (submissions, outbox) = (0, 0);
        foreach (var county in Counties)
        {
            await foreach (var row in storage.Ledger(county).QueryAsync<TableEntity>(KeyRange.Partition(county.Value), select: ["RowKey"]))
            {
                submissions += row.RowKey.EndsWith("|answers", StringComparison.Ordinal) ? 1 : 0;
                outbox += row.RowKey.StartsWith(OutboxRow.Prefix, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return (submissions, outbox);
    }

    /// <summary>The column sets of the stored submissions; there should be one.</summary>
    public async Task<IReadOnlyCollection<string>> ShapesAsync()
    {
        var shapes = new HashSet<string>();
        await foreach (var row in storage.Ledger(Counties[0]).QueryAsync<TableEntity>(KeyRange.Of(Counties[0].Value, "attempt|")))
        {
            if (row.RowKey.EndsWith("|answers", StringComparison.Ordinal))
                shapes.Add(string.Join(' ', row.Keys.Where(column => column != Entry.WriteColumn).Order(StringComparer.Ordinal)));
        }

        return shapes;
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Copies the seeds' contest under these names, so that each is open to people without attempts.</summary>
    private static async Task SeedAsync(StorageAccounts storage, IEnumerable<string> names)
    {
        var options = new StorageOptions(null, null, null, null, null, new Dictionary<string, string>(), CreateMissing: true);
        await new CreateStorage(storage, options).PrepareAsync(CancellationToken.None);
        var erasures = new ErasureTable(storage, TimeProvider.System);
        var contests = new ContestTable(storage, erasures, TimeProvider.System);
        var seeds = new SeedsOptions(Path.Combine(Stage.SourceRoot, "seeds"));
        var ledger = new LedgerTable(storage.Ledgers, TimeProvider.System);
        await new LoadSeeds(
            seeds,
            contests,
            new BankTable(storage),
            new StationTable(
                storage,
                new LedgerWriter(ledger, TimeProvider.System),
                ledger,
                new FoldTable(storage.Ledgers, FoldBenchmark.Kinds)
            ),
            new CampaignTable(storage, erasures, TimeProvider.System),
            TimeProvider.System,
            NullLogger<LoadSeeds>.Instance
        ).PrepareAsync(CancellationToken.None);
        var seeded = (await contests.ListAsync())[0];
        foreach (var name in names)
            await contests.PublishAsync(seeded with { Rules = seeded.Rules with { Id = name } });
    }
}
