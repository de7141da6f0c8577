using System.Text.Json.Nodes;
using EStation.Contests.Fairness;
using EStation.Contests.Prizes;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Contests.Results;

/// <summary>A contest that comes to its end: three prizes by rank, two by draw, a lot for every answer.</summary>
internal sealed class Ending : IAsyncDisposable
{
    public const string Value = "03 07 11 19 24 32 05";
    private const string FirstPhone = "13900000001";
    public const string SecondPhone = "13900000002";

    private Ending(TestHost host, string id, Farmer first, Farmer second) => (Host, Id, First, Second) = (host, id, first, second);

    public TestHost Host { get; }

    public string Id { get; }

    /// <summary>An administrator by the settings, as the second is.</summary>
    public Farmer First { get; }

    public Farmer Second { get; }

    public string Path => $"api/contests/{Id}";

    public DateTimeOffset DrawnAt => Host.Time.GetUtcNow().AddDays(1);

    public static async Task<Ending> BeginAsync(TestStorage storage, Func<Contest, Contest>? rules = null)
    {
        var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = $"{FirstPhone},{SecondPhone}" }
        );
        return await OnAsync(host, rules);
    }

    /// <param name="host">One in which both administrators are.</param>
    public static async Task<Ending> OnAsync(TestHost host, Func<Contest, Contest>? rules = null)
    {
        var now = host.Time.GetUtcNow();
        var id = await OwnContests.PublishAsync(
            host,
            "ending",
            seed =>
                (rules ?? (same => same))(
                    seed with
                    {
                        OpensAt = now.AddHours(-1),
                        ClosesAt = now.AddHours(1),
                        DrawMark = 0,
                        Prizes =
                        [
                            new(new Text("一等奖", "1등상"), 1, PrizeBy.Rank),
                            new(new Text("二等奖", "2등상"), 2, PrizeBy.Rank),
                            new(new Text("幸运奖", "행운상"), 2, PrizeBy.Draw),
                        ],
                    }
                )
        );
        return new Ending(host, id, await Farmer.SignInAsync(host, FirstPhone), await Farmer.SignInAsync(host, SecondPhone));
    }

    /// <returns>The person, and the receipt of the answers.</returns>
    public async Task<(Farmer Farmer, string Receipt)> TakePartAsync(string name = "王小明", string village = "220102001001")
    {
        var farmer = await Farmer.SignUpAsync(Host, village, name);
        var paper = await farmer.StartAsync(Id);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        var submitted = await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper), Id));
        return (farmer, (string)submitted["receipt"]!);
    }

    public async Task<IReadOnlyList<(Farmer Farmer, string Receipt)>> TakePartAsync(int people)
    {
        List<(Farmer, string)> all = [];
        for (var number = 0; number < people; number++)
            all.Add(await TakePartAsync());
        return all;
    }

    /// <summary>Past the last deadline, with everything counted.</summary>
    public async Task CloseAsync()
    {
        var rules = (await Host.Get<ContestTable>().FindAsync(Id))!.Rules;
        Host.Time.Advance(rules.TakesAnswersUntil.AddMinutes(1) - Host.Time.GetUtcNow());
        await Host.RollUpAsync();
    }

    public object Terms(DateTimeOffset? drawnAt = null, long outcomes = 17_721_088, int substitutes = 2) =>
        new
        {
            draw = new
            {
                source = "双色球",
                issue = "2026137",
                drawnAt = drawnAt ?? DrawnAt,
                outcomes,
            },
            publicDays = 3,
            claimDays = 5,
            substitutes,
        };

    public Task<HttpResponseMessage> FreezeAsync(object? terms = null, Farmer? by = null) =>
        (by ?? First).PostAsync($"{Path}/results", terms ?? Terms());

    public Task<HttpResponseMessage> EnterAsync(Farmer by, string value = Value) => by.PostAsync($"{Path}/draw", new { value });

    /// <summary>From the last answer to the draw.</summary>
    public async Task DrawAsync(int substitutes = 2)
    {
        await CloseAsync();
        (await FreezeAsync(Terms(substitutes: substitutes))).EnsureSuccessStatusCode();
        Host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await EnterAsync(First)).EnsureSuccessStatusCode();
        Assert.Equal("drawn", (string)(await Farmer.JsonOf(await EnterAsync(Second)))["state"]!);
    }

    public async Task DisqualifyAsync(FrozenEntry entry, string reason = "代人答题")
    {
        var rules = (await Host.Get<ContestTable>().FindAsync(Id))!.Rules;
        var added = await Host.Get<Disqualifying>().AddAsync(rules, entry.County, entry.Person, number: null, reason, First.Id);
        Assert.False(added.Refused(out _, out _));
    }

    public async Task<IReadOnlyList<FrozenEntry>> RankingAsync()
    {
        var table = Host.Get<ResultsTable>();
        return (await table.RankingAsync((await table.FindAsync(Id))!)).Entries;
    }

    /// <summary>What the timer does, every minute.</summary>
    public Task TickAsync() => ActivatorUtilities.CreateInstance<AdvanceResults>(Host.Services).Run(new());

    /// <summary>From the draw until prizes can be claimed.</summary>
    public async Task EndAsync()
    {
        await TickAsync();
        Host.Time.Advance(TimeSpan.FromDays(4));
        await TickAsync();
        Assert.Equal("final", (string)(await ResultsAsync())["state"]!);
    }

    public async Task<JsonNode> ResultsAsync() => await Farmer.JsonOf(await Host.Http.GetAsync($"{Path}/results?lang=zh"));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
