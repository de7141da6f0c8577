using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Notices;

/// <summary>Prepared counts of notices in <c>Notices</c>: <c>counts|{id}</c>, partition <c>counts|{id}</c>.</summary>
public sealed class NoticeCountTable(StorageAccounts accounts, FoldTable totals)
{
    private TableClient Table => accounts.Table("Notices");

    public async Task<NoticeCounts> FindAsync(string notice) =>
        await Table.FindAsync(KeyOf(notice), KeyOf(notice)) is { } row ? CountsOf(row) : new NoticeCounts();

    /// <summary>Replaces the counts of a notice by what its totals come to now, read after the ETag.</summary>
    public Task PublishAsync(string notice, IReadOnlyList<Partition> changedIn) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var row = await Table.FindAsync(KeyOf(notice), KeyOf(notice));
            var sources = Sources.Of(row is null ? null : Sources.Read(row.GetString("Sources")), changedIn);
            var sum = new NoticeCounts();
            foreach (var source in sources)
                sum += await ReadTotalsAsync(source, notice);
            var next = new TableEntity(KeyOf(notice), KeyOf(notice))
            {
                ["Sources"] = Sources.Write(sources),
                ["Delivered"] = sum.Delivered,
                ["ReadBy"] = sum.ReadBy,
            };
            return await Table.TryWriteAsync(next, row?.ETag);
        });

    private async Task<NoticeCounts> ReadTotalsAsync(RegionCode county, string notice) =>
        NoticeCounts.Read((await totals.FindTotalsAsync(county, NoticeCells.RowOf(notice)))?.GetBinaryData(NoticeCells.Column));

    private static string KeyOf(string notice) => $"counts|{notice}";

    private static NoticeCounts CountsOf(TableEntity row) =>
        new() { Delivered = row.GetInt32("Delivered")!.Value, ReadBy = row.GetInt32("ReadBy")!.Value };
}
