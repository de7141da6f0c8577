using System.Net;
using System.Security.Cryptography;
using System.Text;
using EStation.Testing;

namespace EStation.Contests.Results;

public class FreezingTests(TestStorage storage)
{
    [Fact]
    public async Task A_contest_is_frozen_once_it_is_over_and_counted_and_never_otherwise()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = await ending.TakePartAsync(4);
        Assert.Equal("results.too-early", await Farmer.RefusalOf(await ending.FreezeAsync(), HttpStatusCode.Conflict));
        ending.Host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("results.too-early", await Farmer.RefusalOf(await ending.FreezeAsync(), HttpStatusCode.Conflict)); // not counted
        Assert.Equal("open", (string)(await ending.ResultsAsync())["state"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await ending.Host.Http.GetAsync($"{ending.Path}/lots")).StatusCode);
        await ending.Host.RollUpAsync();

        var terms = ending.Terms();
        var frozen = await ending.FreezeAsync(terms);
        Assert.Equal(HttpStatusCode.Created, frozen.StatusCode);
        Assert.Equal("frozen", (string)(await Farmer.JsonOf(frozen))["state"]!);
        Assert.Equal(HttpStatusCode.OK, (await ending.FreezeAsync(terms, ending.Second)).StatusCode);
        Assert.Equal(
            "results.frozen",
            await Farmer.RefusalOf(await ending.FreezeAsync(ending.Terms(substitutes: 9)), HttpStatusCode.Conflict)
        );

        var results = await ending.ResultsAsync();
        var board = await Farmer.JsonOf(await ending.Host.Http.GetAsync($"{ending.Path}/leaderboard?lang=zh"));
        Assert.Equal(board["entries"]!.ToJsonString(), results["ranking"]!.ToJsonString());
        Assert.Equal(people.Count, (int)results["participants"]!);
        foreach (var (farmer, receipt) in people)
        {
            var standing = await Farmer.JsonOf(await farmer.GetAsync($"{ending.Path}/standing"));
            var own = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ending.Id}|{receipt}|1")))[..16];
            Assert.Equal(own, (string)Assert.Single(standing["lots"]!.AsArray())!);
        }
    }

    [Fact]
    public async Task The_list_of_lots_has_the_published_hash_and_is_sorted()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(5);
        await ending.CloseAsync();
        (await ending.FreezeAsync()).EnsureSuccessStatusCode();
        var answer = await ending.Host.Http.GetAsync($"{ending.Path}/lots");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        var list = await answer.Content.ReadAsByteArrayAsync();
        var lots = (await ending.ResultsAsync())["lots"]!;
        Assert.Equal((string)lots["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(list)));
        var lines = Encoding.ASCII.GetString(list).TrimEnd('\n').Split('\n');
        Assert.Equal(5, (int)lots["count"]!);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Equal(5, lines.Distinct().Count());
    }

    [Theory]
    [InlineData("draw.drawnAt")]
    [InlineData("draw.outcomes")]
    public async Task A_value_that_exists_or_can_be_aimed_at_is_no_draw(string field)
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.CloseAsync();
        var terms =
            field == "draw.outcomes" ? ending.Terms(outcomes: 9_999_999) : ending.Terms(ending.Host.Time.GetUtcNow().AddSeconds(-1));
        var refused = await ending.FreezeAsync(terms);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotEmpty(await Filmmaker.ReasonOf(refused, field));
        Assert.Equal("open", (string)(await ending.ResultsAsync())["state"]!);
    }

    [Fact]
    public async Task A_contest_with_prizes_by_draw_needs_a_draw()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.CloseAsync();
        var refused = await ending.FreezeAsync(
            new
            {
                publicDays = 3,
                claimDays = 5,
                substitutes = 1,
            }
        );
        Assert.Equal("results.draw-missing", await Farmer.RefusalOf(refused, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Readers_during_the_freeze_and_after_it_agree_and_what_comes_late_changes_no_byte()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = await ending.TakePartAsync(6);
        var rules = (await ending.Host.Get<ContestTable>().FindAsync(ending.Id))!.Rules;
        var late = await Farmer.SignUpAsync(ending.Host);
        ending.Host.Time.Advance(rules.ClosesAt.AddSeconds(-1) - ending.Host.Time.GetUtcNow());
        var paper = await late.StartAsync(ending.Id);
        await ending.CloseAsync();
        var terms = ending.Terms();
        var paths = new[] { "leaderboard", "leaderboard?region=220102001001", "results", "lots", "statistics" };
        var boards = Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async reader =>
                {
                    List<string> seen = [];
                    for (var round = 0; round < 4; round++)
                    {
                        var answer = await ending.Host.Http.GetAsync($"{ending.Path}/{paths[(reader + round) % 2]}");
                        seen.Add((await Farmer.JsonOf(answer))["entries"]!.ToJsonString());
                    }

                    return seen;
                })
        );
        var freezes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(number => ending.FreezeAsync(terms, number % 2 == 0 ? ending.First : ending.Second))
        );
        Assert.Equal(1, freezes.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.All(freezes, answer => answer.EnsureSuccessStatusCode());
        Assert.Single((await boards).SelectMany(seen => seen).Distinct());

        ending.Host.Time.Advance(TimeSpan.FromMinutes(1));
        var before = await ReadAsync();
        var submitted = await Farmer.JsonOf(await late.SubmitAsync(paper, Farmer.Guess(paper), ending.Id));
        Assert.False((bool)submitted["ranked"]!);
        Assert.Equal(
            "contest.not-open",
            await Farmer.RefusalOf(await people[0].Farmer.PostAsync($"{ending.Path}/attempts"), HttpStatusCode.Conflict)
        );
        await ending.Host.RollUpAsync();
        await ending.TickAsync();
        ending.Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(before, await ReadAsync());

        async Task<string> ReadAsync()
        {
            var texts = await Task.WhenAll(paths.Select(path => ending.Host.Http.GetStringAsync($"{ending.Path}/{path}")));
            var standings = await Task.WhenAll(
                people.Select(async one => await (await one.Farmer.GetAsync($"{ending.Path}/standing")).Content.ReadAsStringAsync())
            );
            return string.Join('\n', [.. texts, .. standings]);
        }
    }

    [Fact]
    public async Task Nobody_freezes_a_contest_of_another_region()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.CloseAsync();
        var elsewhere = await Farmer.SignUpAsync(ending.Host);
        (
            await ending.First.PostAsync(
                "api/grants",
                new
                {
                    phone = elsewhere.Phone,
                    role = "administrator",
                    region = "2202",
                }
            )
        ).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await ending.FreezeAsync(by: elsewhere)).StatusCode);
    }
}
