using Azure.Data.Tables;
using EStation.Accounts;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Notices;

/// <summary>
/// Two host processes, one over a bad line, one killed: a notice sent to both at once is one notice, stands in its places once, and a message
/// about it reaches every resident.
/// </summary>
public class TwoHostsNoticesTests(TestStorage storage, ITestOutputHelper output)
{
    private const int People = 12;
    private const int Mishaps = 40;
    private static readonly RegionCode Village = RegionCode.Parse(Class.Village);
    private static readonly RegionCode OtherVillage = RegionCode.Parse("220202001001");

    [Fact]
    public async Task A_notice_stands_in_its_places_once_and_every_resident_gets_its_message()
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("notices-").FullName;
        await using (await Class.HostAsync(storage, account)) { } // makes the tables
        var crowd = await Crowd.GatherAsync(account, People, [Village, OtherVillage], moved: People);
        await CountAsync(account);
        await using var line = await StorageProxy.StartAsync(account);
        var senders = string.Join(',', Enumerable.Range(0, People).Select(number => $"137{number:D8}"));
        var settings = new Dictionary<string, string> { ["Administrators"] = senders, ["Inbox:BurstSeconds"] = "1" };
        await using var rivals = new Rivals(account, data, line.ConnectionString, settings);
        await rivals.StartAsync();
        for (var seed = 0; seed < Deep.Of(usually: 3, deep: 180); seed++)
        {
            output.WriteLine($"seed {seed}");
            line.BreakOnceIn(Mishaps, seed);
            var notice = await SendAsync(rivals, crowd[seed % People].Token, seed);
            line.Plan = _ => OnTheWay.Arrives;
            await rivals.TryToRunAsync(0, "DeliverNotices");
            await rivals.FoldToTheEndAsync();
            await CompareAsync(account, notice);
        }

        Assert.True(line.Broken > 0, "Nothing went wrong: that proves little.");
    }

    private static async Task<string> SendAsync(Rivals rivals, string sender, int seed)
    {
        var random = new Random(seed);
        var form = Notices.Village.Form($"第{seed}号", [Village.Value, OtherVillage.County.Value], channel: "message");
        var killAt = rivals.Answered + random.Next(1, 3);
        var sending = Task.WhenAll(
            Enumerable.Range(0, 2).Select(host => rivals.AskAsync(host, HttpMethod.Post, "api/notices", sender, form))
        );
        var delivering = Enumerable
            .Range(0, 2)
            .Select(async host =>
            {
                await rivals.TryToRunAsync(host, "DeliverNotices");
                await rivals.KeepFoldingAsync(host, sending, answers: 1);
            })
            .ToArray();
        await Task.WhenAny(sending, rivals.AnsweredAsync(killAt));
        await rivals.KillAndRestartAsync(random.Next(2));
        await Task.WhenAll(delivering);
        return Assert.Single((await sending).Select(answer => (string)answer["id"]!).Distinct());
    }

    private static async Task CompareAsync(string account, string notice)
    {
        var notices = new TableClient(account, "Notices");
        Assert.Empty(notices.Query<TableEntity>(row => row.PartitionKey == "open"));
        var places = new PlaceTable(Crowd.Accounts(account), new MemoryCache(new MemoryCacheOptions()), TimeProvider.System);
        foreach (var place in new[] { Village, OtherVillage.County })
        {
            var placed = await places.ReadAsync(place).SelectMany(page => page.Notices.ToAsyncEnumerable()).ToListAsync();
            Assert.Single(placed, one => one.Id == notice);
        }

        var counts = await notices.GetEntityAsync<TableEntity>($"counts|{notice}", $"counts|{notice}");
        Assert.InRange(counts.Value.GetInt32("Delivered")!.Value, People, 3 * People); // again after a crash, and no oftener
        Assert.Empty(new TableClient(account, "Ledger").Query<TableEntity>("RowKey ge 'telling|' and RowKey lt 'telling}'"));
    }

    private async Task CountAsync(string account)
    {
        await using var host = await Class.HostAsync(storage, account);
        await ActivatorUtilities.CreateInstance<CountResidents>(host.Services).Run(new());
        await host.RollUpAsync();
    }
}
