using Azure;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.Showcase.Campaigns;

/// <summary>Published rankings of videos in <c>Documents</c>: a partition each.</summary>
[PersonalColumn("Documents", "", "Entries", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class RankingTable(StorageAccounts accounts)
{
    private const string Key = "ranking";
    private const string Column = "Entries";

    private TableClient Documents => accounts.Table("Documents");

    public async Task<Ranking> FindAsync(string name) => (await ReadAsync(name)).Ranking;

    /// <summary>Replaces a ranking by what it comes to; again, when somebody else was faster.</summary>
    public Task ChangeAsync(string name, Func<Ranking, Task<Ranking>> change) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var (ranking, read) = await ReadAsync(name);
            var row = new TableEntity(name, Key);
            WideColumn.Set(row, Column, Packed.Write((await change(ranking)).Entries));
            return await Documents.TryWriteAsync(row, read);
        });

    private async Task<(Ranking Ranking, ETag? Read)> ReadAsync(string name) =>
        await Documents.FindAsync(name, Key) is { } row && WideColumn.Get(row, Column) is { } packed
            ? (new Ranking(Packed.Read<IReadOnlyList<Ranked>>(packed)), row.ETag)
            : (Ranking.Empty, null);
}
