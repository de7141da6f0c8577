using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Backups;

/// <summary>Copies the tables to blobs, a county's ledger or a table at a time; a part that the day has already is left alone.</summary>
public sealed class Backup(StorageAccounts accounts, Divisions divisions, Fold fold)
{
    /// <summary>Codes and limits that end by themselves, messages of a developer, and what is published from records.</summary>
    public static readonly IReadOnlyList<string> LeftOut = ["Documents", "LocalMessages", "SignIn", "VideoLists"];

    private const int CountiesAtOnce = 4;

    public static IEnumerable<string> Tables => CreateStorage.Tables.Except(LeftOut);

    private BackupBlobs Blobs => new(accounts.Backups);

    /// <returns>How many parts and rows were written.</returns>
    public async Task<(int Parts, int Rows)> RunAsync(Day day, CancellationToken cancellation)
    {
        var there = await Blobs.ListAsync(day, cancellation);
        var (parts, rows) = (0, 0);
        await Parallel.ForEachAsync(
            divisions.Counties.Where(county => !there.Contains(BackupBlobs.PartOf(county))),
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce, CancellationToken = cancellation },
            async (county, one) => Count(await WriteCountyAsync(day, county, one))
        );
        foreach (var table in Tables.Where(table => !there.Contains(BackupBlobs.PartOf(table))))
            Count(
                await Blobs.WriteAsync(
                    day,
                    BackupBlobs.PartOf(table),
                    accounts.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellation),
                    cancellation
                )
            );
        return (parts, rows);

        void Count(int written)
        {
            Interlocked.Increment(ref parts);
            Interlocked.Add(ref rows, written);
        }
    }

    // Folded first, so that totals and records speak of nearly the same moment.
    private async Task<int> WriteCountyAsync(Day day, RegionCode county, CancellationToken cancellation)
    {
        await fold.RunAsync(county);
        var rows = accounts.Ledger(county).QueryAsync<TableEntity>(KeyRange.Partition(county.Value), cancellationToken: cancellation);
        return await Blobs.WriteAsync(day, BackupBlobs.PartOf(county), rows, cancellation);
    }
}
