using System.Globalization;
using Azure;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Contests.Questions;

/// <summary>Prepared question statistics in <c>Documents</c>, in the contest's partition, keyed <c>questions|{level}|{code}</c>.</summary>
public sealed class QuestionTable(StorageAccounts accounts, FoldTable totals)
{
    private const string TallyColumn = "Tally";

    private TableClient Documents => accounts.Table("Documents");

    public async Task<QuestionDocument?> FindAsync(string contest, RegionCode region) => (await ReadAsync(contest, region))?.Document;

    public async Task<IReadOnlyList<QuestionDocument>> ReadChildrenAsync(string contest, RegionCode parent)
    {
        var children = new List<QuestionDocument>();
        await foreach (
            var row in Documents.QueryAsync<TableEntity>(KeyRange.Of(PartitionOf(contest), RowKeyOf(parent.Level + 1, parent.Value)))
        )
            children.Add(DocumentOf(row));
        return children;
    }

    public Task PublishAsync(string contest, RegionCode region, Func<QuestionDocument?, Task<QuestionDocument>> compute) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var present = await ReadAsync(contest, region);
            return await Documents.TryWriteAsync(RowOf(contest, region, await compute(present?.Document)), present?.Read);
        });

    public async Task<QuestionTally> ReadTotalsAsync(RegionCode ledger, string contest, RegionCode county)
    {
        var tally = new QuestionTally();
        var row = await totals.FindTotalsAsync(ledger, QuestionCells.RowOf(contest, county));
        foreach (var column in (row?.Keys ?? []).Where(QuestionCells.IsColumn))
            tally.Merge(QuestionTally.Read(column, row!.GetBinaryData(column)));
        return tally;
    }

    private async Task<(QuestionDocument Document, ETag Read)?> ReadAsync(string contest, RegionCode region) =>
        await Documents.FindAsync(PartitionOf(contest), RowKeyOf(region.Level, region.Value)) is { } row
            ? (DocumentOf(row), row.ETag)
            : null;

    private static string PartitionOf(string contest) => "contest|" + contest;

    private static string RowKeyOf(RegionLevel level, string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"questions|{(int)level}|{prefix}");

    private static TableEntity RowOf(string contest, RegionCode region, QuestionDocument document)
    {
        var row = new TableEntity(PartitionOf(contest), RowKeyOf(region.Level, region.Value))
        {
            ["Sources"] = Sources.Write(document.Sources),
        };
        WideColumn.Set(row, TallyColumn, document.Tally.Write());
        return row;
    }

    private static QuestionDocument DocumentOf(TableEntity row) =>
        new(QuestionTally.Read(null, WideColumn.Get(row, TallyColumn)), Sources.Read(row.GetString("Sources")));
}
