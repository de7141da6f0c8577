using System.Text.Json;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Storage;

namespace EStation.Statistics.Reconciliation;

/// <summary>What the nightly comparison of totals and records found.</summary>
/// <param name="Differences">The first of them.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Failed">Counties that could not be compared.</param>
public sealed record ReconciliationReport(
    DateTimeOffset At,
    Day Since,
    int Counties,
    int Rows,
    int Unsettled,
    int Found,
    IReadOnlyList<Difference> Differences,
    IReadOnlyList<RegionCode> Failed
);

/// <summary>How far a rebuild is in a county.</summary>
public sealed record RebuildStep(
    RegionCode County,
    DateTimeOffset RequestedAt,
    DateTimeOffset? DoneAt,
    int Rows,
    int Mended,
    int Unsettled
);

/// <summary>
/// In <c>Statistics</c>: the last comparison as <c>report|last</c> in the partition <c>reconciliation</c>, a rebuild as a row a county in
/// <c>rebuild</c>.
/// </summary>
public sealed class ReconciliationTable(StorageAccounts accounts)
{
    private const string Reports = "reconciliation";
    private const string Last = "report|last";
    private const string Rebuild = "rebuild";
    private const int MostRows = 100;

    private TableClient Table => accounts.Table(PageTable.Name);

    public async Task<ReconciliationReport?> FindLastAsync() =>
        await Table.FindAsync(Reports, Last) is { } row ? JsonSerializer.Deserialize<ReconciliationReport>(row.GetString("Report")) : null;

    public Task ReplaceAsync(ReconciliationReport report) =>
        Table.UpsertEntityAsync(new TableEntity(Reports, Last) { ["Report"] = JsonSerializer.Serialize(report) }, TableUpdateMode.Replace);

    public async Task<IReadOnlyList<RebuildStep>> ReadRebuildAsync()
    {
        var steps = new List<RebuildStep>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Rebuild)))
            steps.Add(JsonSerializer.Deserialize<RebuildStep>(row.GetString("Step"))!);
        return steps;
    }

    public async Task ReplaceAsync(params IEnumerable<RebuildStep> steps)
    {
        foreach (var some in steps.Chunk(MostRows))
            await Table.SubmitTransactionAsync(
                some.Select(step => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(Rebuild, $"rebuild|{step.County}") { ["Step"] = JsonSerializer.Serialize(step) }
                ))
            );
    }
}
