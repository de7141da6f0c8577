using System.Globalization;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>The residents of a region, prepared.</summary>
/// <param name="Villages">Of each village, where the region is a town.</param>
/// <param name="Sources">The counties in whose ledgers these residents are kept.</param>
public sealed record ReachDocument(
    ReachTally Tally,
    IReadOnlyDictionary<RegionCode, ReachTally> Villages,
    IReadOnlyList<RegionCode> Sources
);

/// <summary>Prepared counts of residents in <c>Documents</c>: the partition <c>reach</c>, a row a region, keyed <c>{level}|{code}</c>.</summary>
public sealed class ReachTable(StorageAccounts accounts, FoldTable totals)
{
    private const string Partition = "reach";

    private TableClient Documents => accounts.Table("Documents");

    /// <summary>The residents of a region, and where they are kept; null where there are none.</summary>
    public async Task<(ReachTally Tally, IReadOnlyList<RegionCode> Sources)?> FindAsync(RegionCode region)
    {
        var kept = region.Level == RegionLevel.Village ? region.Town : region;
        if (await Documents.FindAsync(Partition, KeyOf(kept.Level, kept.Value)) is not { } row)
            return null;
        var document = DocumentOf(row);
        if (region == kept)
            return (document.Tally, document.Sources);
        return document.Villages.TryGetValue(region, out var village) ? (village, document.Sources) : null;
    }

    public async Task<IReadOnlyList<ReachDocument>> ReadChildrenAsync(RegionCode parent) =>
        await Documents
            .QueryAsync<TableEntity>(KeyRange.Of(Partition, KeyOf(parent.Level + 1, parent.Value)))
            .Select(DocumentOf)
            .ToListAsync();

    public async Task<IReadOnlyList<(RegionCode Village, ReachTally Tally)>> ReadTotalsAsync(RegionCode county, RegionCode town) =>
        [.. VillageColumn.ReadAll(await totals.FindTotalsAsync(county, ReachCells.RowOf(town)), ReachTally.Read)];

    /// <summary>Replaces a document by what its parts come to now, read after its ETag.</summary>
    public Task PublishAsync(RegionCode region, Func<ReachDocument?, Task<ReachDocument>> compute) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var row = await Documents.FindAsync(Partition, KeyOf(region.Level, region.Value));
            var next = await compute(row is null ? null : DocumentOf(row));
            return await Documents.TryWriteAsync(RowOf(region, next), row?.ETag);
        });

    private static string KeyOf(RegionLevel level, string prefix) => string.Create(CultureInfo.InvariantCulture, $"{(int)level}|{prefix}");

    private static TableEntity RowOf(RegionCode region, ReachDocument document)
    {
        var row = new TableEntity(Partition, KeyOf(region.Level, region.Value)) { ["Sources"] = Sources.Write(document.Sources) };
        WideColumn.Set(row, "Tally", document.Tally.Write());
        if (document.Villages.Count > 0)
            WideColumn.Set(
                row,
                "Villages",
                Packed.Write(document.Villages.ToDictionary(village => village.Key, village => village.Value.Write().ToArray()))
            );
        return row;
    }

    private static ReachDocument DocumentOf(TableEntity row)
    {
        var villages = WideColumn.Get(row, "Villages") is { } packed ? Packed.Read<Dictionary<RegionCode, byte[]>>(packed) : [];
        return new ReachDocument(
            ReachTally.Read(WideColumn.Get(row, "Tally")),
            villages.ToDictionary(village => village.Key, village => ReachTally.Read(BinaryData.FromBytes(village.Value))),
            Sources.Read(row.GetString("Sources"))
        );
    }
}
