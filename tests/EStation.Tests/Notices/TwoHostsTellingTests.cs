using Azure.Data.Tables;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Notices;

/// <summary>
/// Two host processes, one over a bad line: trainings are cancelled while both fold and one is killed. Everybody is told, and sees each thing
/// once in the inbox.
/// </summary>
public class TwoHostsTellingTests(TestStorage storage, ITestOutputHelper output)
{
    private const int People = 12;
    private const int Mishaps = 40;
    private static readonly RegionCode[] Villages = [RegionCode.Parse(Class.Village), RegionCode.Parse("220202001001")];

    [Fact]
    public async Task Everybody_is_told_and_sees_a_thing_once()
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("telling-").FullName;
        await using (await Class.HostAsync(storage, account)) { } // makes the tables
        await using var line = await StorageProxy.StartAsync(account);
        var settings = new Dictionary<string, string> { ["Administrators"] = "13700000000", ["Inbox:BurstSeconds"] = "1" };
        await using var rivals = new Rivals(account, data, line.ConnectionString, settings);
        await rivals.StartAsync();
        var crowd = await Crowd.GatherAsync(account, People, Villages);
        for (var seed = 0; seed < Deep.Of(usually: 4, deep: 1_000); seed++)
        {
            output.WriteLine($"seed {seed}");
            line.BreakOnceIn(Mishaps, seed);
            await RunAsync(rivals, crowd, seed);
            line.Plan = _ => OnTheWay.Arrives;
            await rivals.FoldToTheEndAsync();
            await CompareAsync(account, crowd);
        }

        Assert.True(line.Broken > 0, "Nothing went wrong: that proves little.");
    }

    private static async Task RunAsync(Rivals rivals, IReadOnlyList<(string Id, string Token)> crowd, int seed)
    {
        var random = new Random(seed);
        var start = Day.Of(DateTimeOffset.UtcNow).Start.AddDays(3).AddHours(9);
        var form = new
        {
            programme = "green-certificate",
            kind = "training",
            title = new { zh = $"第{seed}期" },
            village = Class.Village,
            sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } },
            signUpOpensAt = DateTimeOffset.UtcNow.AddHours(-1),
            signUpClosesAt = start.AddHours(-12),
            capacity = 3,
            hours = 3,
        };
        var official = crowd[0].Token;
        var path = $"api/trainings/{(await rivals.AskAsync(0, HttpMethod.Post, "api/trainings", official, form))["id"]}";
        var killAt = rivals.Answered + random.Next(2, People);
        var acting = Task.Run(async () =>
        {
            await Parallel.ForEachAsync(
                crowd.Index(),
                async (one, _) => await rivals.AskAsync(one.Index % 2, HttpMethod.Post, $"{path}/enrolments", one.Item.Token, null)
            );
            await rivals.AskAsync(0, HttpMethod.Put, path, official, Moved(form, start.AddHours(1)));
        });
        var folding = Enumerable.Range(0, 2).Select(host => rivals.KeepFoldingAsync(host, acting, answers: 2)).ToArray();
        await Task.WhenAny(acting, rivals.AnsweredAsync(killAt));
        await rivals.KillAndRestartAsync(random.Next(2));
        await acting;
        await Task.WhenAll(folding);
    }

    private static Dictionary<string, object?> Moved(object form, DateTimeOffset start)
    {
        var moved = form.GetType().GetProperties().ToDictionary(field => field.Name, field => field.GetValue(form));
        moved["sessions"] = new[] { new { startsAt = start, endsAt = start.AddHours(3) } };
        return moved;
    }

    private static async Task CompareAsync(string account, IReadOnlyList<(string Id, string Token)> crowd)
    {
        var trainings = await new TableClient(account, "Ledger")
            .QueryAsync<TableEntity>("RowKey ge 'training|' and RowKey lt 'training}'")
            .Select(row => row.RowKey.Split('|')[1])
            .Distinct()
            .ToListAsync();
        foreach (var (person, _) in crowd)
        {
            var moves = await new TableClient(account, "Inbox")
                .QueryAsync<TableEntity>($"PartitionKey eq '{person}' and Kind eq 'training-moved'")
                .Select(row => row.GetString("Link")["/trainings/".Length..])
                .ToListAsync();
            Assert.Equal(trainings.Order(), moves.Order());
        }

        Assert.Empty(new TableClient(account, "Ledger").Query<TableEntity>("RowKey ge 'telling|' and RowKey lt 'telling}'"));
    }
}
