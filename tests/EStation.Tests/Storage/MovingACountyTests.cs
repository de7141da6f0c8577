using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.MoveCounty;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Storage;

/// <summary>As docs/operations.md has it: freeze, copy, switch.</summary>
public sealed class MovingACountyTests(TestStorage storage)
{
    private static readonly RegionCode County = RegionCode.Parse("220102");

    [Fact]
    public async Task What_a_county_has_moves_with_it_and_goes_on_in_the_new_account()
    {
        var (old, other) = (storage.NewAccount(), storage.NewAccount());
        var now = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
        string phone,
            board;
        await using (var before = await TestHost.StartAsync(storage, connectionString: old, now: now))
        {
            var farmer = await Farmer.SignUpAsync(before);
            phone = farmer.Phone;
            await EnterAsync(farmer);
            await before.RollUpAsync();
            board = await BoardAsync(farmer);
            await EnterAsync(await Farmer.SignUpAsync(before)); // still in the outbox when the app is stopped
        }

        var (from, to) = (new TableClient(old, LedgerAccounts.TableName), new TableClient(other, LedgerAccounts.TableName));
        await to.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var copied = await CountyCopy.RunAsync(from, to, County);
        Assert.Empty(copied.Differences);
        Assert.Equal(copied.Rows, (await CountyCopy.RunAsync(from, to, County)).Rows);
        Assert.Contains(Rows(to), row => row.RowKey.StartsWith(OutboxRow.Prefix, StringComparison.Ordinal));

        var map = new Dictionary<string, string?> { [$"Storage:Accounts:{County.Value}"] = other };
        await using var after = await TestHost.StartAsync(storage, map, old, now.AddDays(1));
        var back = await Farmer.SignInAsync(after, phone);
        Assert.Equal(board, await BoardAsync(back));
        var frozen = Rows(from).Count;
        await after.RollUpAsync();
        await EnterAsync(back);
        await after.RollUpAsync();

        Assert.Equal(2, JsonNode.Parse(await BoardAsync(back))!.AsArray().Count);
        var mine = await Farmer.JsonOf(await back.GetAsync($"api/contests/{Farmer.Contest}/attempts"));
        Assert.Equal(2, (mine["items"] ?? mine).AsArray().Count);
        Assert.Equal(frozen, Rows(from).Count);
        Assert.DoesNotContain(Rows(to), row => row.RowKey.StartsWith(OutboxRow.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_differs_is_told()
    {
        var (from, to) = (new TableClient(storage.NewAccount(), "Ledger"), new TableClient(storage.NewAccount(), "Ledger"));
        await from.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        await to.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        for (var row = 0; row < 250; row++)
            await from.AddEntityAsync(
                new TableEntity(County.Value, $"row|{row:D3}") { ["Value"] = row },
                TestContext.Current.CancellationToken
            );
        await to.AddEntityAsync(new TableEntity(County.Value, "row|249|b"), TestContext.Current.CancellationToken);
        var copied = await CountyCopy.RunAsync(from, to, County);
        Assert.Equal(250, copied.Rows);
        Assert.Equal(["row|249|b"], copied.Differences);
    }

    private static async Task EnterAsync(Farmer farmer)
    {
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
    }

    private static async Task<string> BoardAsync(Farmer farmer) =>
        (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/leaderboard?region={County.Value}")))[
            "entries"
        ]!.ToJsonString();

    private static List<TableEntity> Rows(TableClient table) => [.. table.Query<TableEntity>(row => row.PartitionKey == County.Value)];
}
