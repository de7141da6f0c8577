using System.Diagnostics;
using Azure.Data.Tables;
using EStation.Generator;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics;
using EStation.Statistics.Reconciliation;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Backups;

/// <summary>A county is lost in part or whole; the backup of the night brings it back, and a rebuild its totals.</summary>
public sealed class BackupTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Name = "张悄悄";
    private static readonly RegionCode County = RegionCode.Parse("220102");

    [Fact]
    public async Task Lost_rows_come_back_and_totals_are_rebuilt()
    {
        await using var host = await Facts.StartHostAsync(storage);
        // Deep: a county with a year of data.
        var size = Deep.IsWanted ? new ProvinceSize(100_000, Counties: 1, Towns: 15) : new ProvinceSize(250, Counties: 2, Towns: 10);
        var facts = new Province(size, host.Get<Divisions>()).Facts();
        await Facts.StoreAsync(host, facts);
        await Facts.PublishFiguresAsync(host);
        var county = facts.GroupBy(fact => fact.County).MaxBy(group => group.Count())!.Key;
        var figures = StoredFigures.Flatten(await StoredFigures.ReadPagesAsync(host));
        var day = Day.Of(host.Time.GetUtcNow());
        var watch = Stopwatch.StartNew();
        host.Meter.Reset();
        var (parts, rows) = await host.Get<Backup>().RunAsync(day, CancellationToken.None);
        output.WriteLine($"backed up {rows} rows in {watch.Elapsed}, {host.Meter.All} operations");
        Assert.Equal(host.Get<Divisions>().Counties.Count + Backup.Tables.Count(), parts);

        var table = host.Get<StorageAccounts>().Ledger(county);
        var before = await RowsAsync(table, county);
        foreach (var lost in before.Where((row, at) => at % 3 == 0 || IsTotal(row)))
            await table.DeleteEntityAsync(lost.PartitionKey, lost.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        watch.Restart();
        host.Meter.Reset();
        var done = await RestoreAsync(host, day, BackupBlobs.PartOf(county), table);
        output.WriteLine($"brought back {done.Added} of {done.Rows} rows in {watch.Elapsed}, {host.Meter.All} operations");
        Assert.Equal(before.Where((row, at) => at % 3 == 0 || IsTotal(row)).Count(), done.Added);
        AssertSame(before, await RowsAsync(table, county));

        // Totals that are not in the backup either.
        foreach (var total in before.Where(row => row.RowKey.StartsWith("total|day|", StringComparison.Ordinal)))
            await table.DeleteEntityAsync(total.PartitionKey, total.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        await host.Get<Reconciler>().RebuildAsync(county);
        await Facts.PublishFiguresAsync(host);
        Assert.Equal(figures, StoredFigures.Flatten(await StoredFigures.ReadPagesAsync(host)));
        Assert.Equal(0, (await RestoreAsync(host, day, BackupBlobs.PartOf(county), table)).Added);
    }

    /// <summary>As docs/operations.md says it is run.</summary>
    [Fact]
    public async Task The_program_brings_lost_rows_back()
    {
        await using var host = await TestHost.StartAsync(storage);
        await Facts.StoreAsync(host, Facts.Registration("220102001001", "2026-11-23T04:00:00Z"));
        await host.RollUpAsync();
        var day = Day.Of(host.Time.GetUtcNow());
        await host.Get<Backup>().RunAsync(day, CancellationToken.None);
        var table = host.Get<StorageAccounts>().Ledger(County);
        var before = await RowsAsync(table, County);
        foreach (var row in before)
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        var said = await ProgramAsync($"{day}", County.Value, host.ConnectionString, host.ConnectionString);
        output.WriteLine(said);
        Assert.Contains(
            $"{County} of {day}: {before.Count} rows; {before.Count} were missing and are back",
            said,
            StringComparison.Ordinal
        );
        AssertSame(before, await RowsAsync(table, County));
        Assert.StartsWith("Usage: restore", await ProgramAsync("yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_left_or_undone_as_asked()
    {
        await using var host = await Facts.StartHostAsync(storage);
        await Facts.StoreAsync(host, Facts.Registration("220102001001", "2026-11-23T04:00:00Z"));
        await host.RollUpAsync();
        var day = Day.Of(host.Time.GetUtcNow());
        await host.Get<Backup>().RunAsync(day, CancellationToken.None);
        var table = host.Get<StorageAccounts>().Ledger(County);
        var before = await RowsAsync(table, County);
        var record = before.First(row => !IsTotal(row));
        await table.UpsertEntityAsync(
            new TableEntity(record) { ["Broken"] = true },
            TableUpdateMode.Replace,
            TestContext.Current.CancellationToken
        );
        await table.AddEntityAsync(new TableEntity(County.Value, "since|1"), TestContext.Current.CancellationToken);

        var left = await RestoreAsync(host, day, BackupBlobs.PartOf(County), table);
        Assert.Equal((0, 0, 1), (left.Added, left.Replaced, left.Different));
        var undone = await RestoreAsync(host, day, BackupBlobs.PartOf(County), table, undoChanges: true);
        Assert.Equal((0, 1, 0), (undone.Added, undone.Replaced, undone.Different));
        var after = await RowsAsync(table, County);
        Assert.Contains(after, row => row.RowKey == "since|1");
        AssertSame(before, [.. after.Where(row => row.RowKey != "since|1")]);
    }

    [Fact]
    public async Task Nothing_comes_back_of_a_person_who_was_erased()
    {
        await using var host = await Life.StartAsync(storage);
        var person = await Life.LiveAsync(host, Name);
        var day = Day.Of(host.Time.GetUtcNow());
        await host.Get<Backup>().RunAsync(day, CancellationToken.None);
        (await person.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        var left = await NamedAsync(host); // what others were told stays with them
        var accounts = host.Get<StorageAccounts>();
        foreach (var name in Backup.Tables)
            await RestoreAsync(host, day, BackupBlobs.PartOf(name), accounts.Table(name));
        foreach (var county in host.Get<Divisions>().Counties)
            await RestoreAsync(host, day, BackupBlobs.PartOf(county), accounts.Ledger(county));

        Assert.Empty((await NamedAsync(host)).Except(left));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await person.GetAsync("api/me")).StatusCode);
    }

    [Fact]
    public async Task A_run_goes_on_where_the_last_one_died_and_a_whole_day_is_left_alone()
    {
        await using var host = await Facts.StartHostAsync(storage);
        var day = Day.Of(host.Time.GetUtcNow());
        var counties = host.Get<Divisions>().Counties.Count;
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Get<Backup>().RunAsync(day, killed.Token));
        Assert.Equal(counties + Backup.Tables.Count(), (await host.Get<Backup>().RunAsync(day, CancellationToken.None)).Parts);
        Assert.Equal((0, 0), await host.Get<Backup>().RunAsync(day, CancellationToken.None));
        await host.Get<StorageAccounts>().Backups.DeleteBlobAsync($"{day}/ledger/220102.jsonl.gz");
        Assert.Equal(1, (await host.Get<Backup>().RunAsync(day, CancellationToken.None)).Parts);
    }

    /// <summary>Rows that have the name.</summary>
    private static async Task<string> ProgramAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "EStation.RestoreTables.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said + await errors;
    }

    private static async Task<IReadOnlyList<string>> NamedAsync(TestHost host)
    {
        var found = new List<string>();
        foreach (var name in Backup.Tables.Append(LedgerAccounts.TableName))
        {
            await foreach (var row in host.Get<StorageAccounts>().Table(name).QueryAsync<TableEntity>())
            {
                if (RowLine.Texts(row).Any(text => text.Contains(Name, StringComparison.Ordinal)))
                    found.Add($"{name}: {row.RowKey}");
            }
        }

        return found;
    }

    private static async Task<Restored> RestoreAsync(TestHost host, Day day, string part, TableClient table, bool undoChanges = false)
    {
        var backups = new BackupBlobs(host.Get<StorageAccounts>().Backups);
        var erased = await ErasedPeople.ReadAsync(new TableServiceClient(host.ConnectionString), backups, day);
        return await new Restore(table, erased).RunAsync(backups.ReadAsync(day, part), undoChanges);
    }

    private static bool IsTotal(TableEntity row) => row.RowKey.StartsWith(FoldTable.TotalPrefix, StringComparison.Ordinal);

    private static async Task<List<TableEntity>> RowsAsync(TableClient table, RegionCode county) =>
        await table.QueryAsync<TableEntity>(row => row.PartitionKey == county.Value).ToListAsync();

    private static void AssertSame(List<TableEntity> before, List<TableEntity> after)
    {
        Assert.Equal(before.Select(row => row.RowKey), after.Select(row => row.RowKey));
        Assert.All(before.Zip(after), pair => Assert.True(RowLine.Same(pair.First, pair.Second), pair.First.RowKey));
    }
}
