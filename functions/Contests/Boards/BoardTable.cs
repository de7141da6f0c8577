using System.Globalization;
using Azure;
using Azure.Data.Tables;
using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Contests.Boards;

/// <summary>Prepared documents in <c>Documents</c>: a partition per contest, a row per region, keyed <c>{level}|{code}</c>.</summary>
[PersonalColumn(
    "Documents",
    "",
    "Tally",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Documents", "", "Tally", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
[PersonalColumn(
    "Documents",
    "",
    "Villages",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Ledger",
    "total",
    "V",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Ledger", "total", "V", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class BoardTable(StorageAccounts accounts, FoldTable totals)
{
    private const string TallyColumn = "Tally";
    private const string VillagesColumn = "Villages";

    private TableClient Documents => accounts.Table("Documents");

    public async Task<BoardDocument?> FindAsync(string contest, RegionCode region) => (await ReadAsync(contest, region))?.Document;

    public async Task<IReadOnlyList<BoardDocument>> ReadChildrenAsync(string contest, RegionCode parent)
    {
        var children = new List<BoardDocument>();
        var prefix = RowKeyOf(parent.Level + 1, parent.Value);
        await foreach (var row in Documents.QueryAsync<TableEntity>(KeyRange.Of(PartitionOf(contest), prefix)))
            children.Add(DocumentOf(row));
        return children;
    }

    /// <summary>Reads the ETag before the parts and computes again on a conflict, so an older figure never replaces a newer one.</summary>
    public Task PublishAsync(string contest, RegionCode region, Func<BoardDocument?, Task<BoardDocument>> compute) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var present = await ReadAsync(contest, region);
            var next = await compute(present?.Document);
            return present?.Document.Figures == next.Figures || await Documents.TryWriteAsync(RowOf(contest, region, next), present?.Read);
        });

    public async Task<IEnumerable<(RegionCode Village, ContestTally Tally)>> ReadTotalsAsync(
        RegionCode county,
        string contest,
        RegionCode town
    )
    {
        var row = await totals.FindTotalsAsync(county, ContestCells.RowOf(contest, town));
        return VillageColumn.ReadAll(row, ContestTally.Read);
    }

    private async Task<(BoardDocument Document, ETag Read)?> ReadAsync(string contest, RegionCode region)
    {
        var row = await Documents.FindAsync(PartitionOf(contest), RowKeyOf(region.Level, region.Value));
        return row is null ? null : (DocumentOf(row), row.ETag);
    }

    private static string PartitionOf(string contest) => "contest|" + contest;

    private static string RowKeyOf(RegionLevel level, string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)level}|{prefix}");

    private static TableEntity RowOf(string contest, RegionCode region, BoardDocument document)
    {
        var row = new TableEntity(PartitionOf(contest), RowKeyOf(region.Level, region.Value))
        {
            ["AsOf"] = document.AsOf,
            ["Figures"] = document.Figures,
            ["Sources"] = Sources.Write(document.Sources),
        };
        WideColumn.Set(row, TallyColumn, document.Tally.Write());
        if (document.Villages.Count > 0)
            WideColumn.Set(
                row,
                VillagesColumn,
                Packed.Write(document.Villages.ToDictionary(village => village.Key, village => village.Value.Write().ToArray()))
            );
        return row;
    }

    private static BoardDocument DocumentOf(TableEntity row)
    {
        var villages = WideColumn.Get(row, VillagesColumn) is { } packed ? Packed.Read<Dictionary<RegionCode, byte[]>>(packed) : [];
        return new BoardDocument(
            row.GetDateTimeOffset("AsOf")!.Value,
            ContestTally.Read(WideColumn.Get(row, TallyColumn)),
            villages.ToDictionary(village => village.Key, village => ContestTally.Read(BinaryData.FromBytes(village.Value))),
            Sources.Read(row.GetString("Sources"))
        )
        {
            Figures = row.GetString("Figures"),
        };
    }
}
