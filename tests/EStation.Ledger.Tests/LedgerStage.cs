using Azure.Core;
using Azure.Data.Tables;
using EStation.Testing;
using Microsoft.Extensions.Time.Testing;

namespace EStation.Ledger;

/// <summary>A ledger on a storage account of its own, with a clock that the test moves and a meter on the way to storage.</summary>
internal sealed class LedgerStage
{
    private static readonly NewsKinds Kinds = new([new NewsKind("told", typeof(ToldNews))]);

    private LedgerStage(string connection)
    {
        Connection = connection;
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.AddPolicy(Meter, HttpPipelinePosition.PerRetry);
        Client = new TableClient(connection, LedgerAccounts.TableName, options);
        var accounts = new LedgerAccounts(_ => Client);
        Table = new LedgerTable(accounts, Time);
        Folds = new FoldTable(accounts, Kinds);
        Fold = new Fold(Folds, Time);
    }

    public string Connection { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    public StorageMeter Meter { get; } = new();

    public TableClient Client { get; }

    public LedgerTable Table { get; }

    public FoldTable Folds { get; }

    public Fold Fold { get; }

    public static async Task<LedgerStage> MakeAsync(TestStorage storage)
    {
        var stage = new LedgerStage(storage.NewAccount());
        await stage.Client.CreateIfNotExistsAsync();
        stage.Meter.Reset();
        return stage;
    }

    /// <summary>Another instance on the same storage.</summary>
    public LedgerStage Another() => new(Connection);

    /// <summary>An instance's writer, which remembers nothing yet.</summary>
    public LedgerWriter Writer() => new(Table, Time);
}
