using System.Net;
using System.Text.Json.Nodes;
using EStation.Contests.Results;
using EStation.Testing;

namespace EStation.Contests.Prizes;

public class PrizesTests(TestStorage storage)
{
    private const string Address = "长春市南关区幸福路八十八号";
    private const string FullName = "欧阳晓明";

    [Fact]
    public async Task From_the_freeze_to_the_last_prize_with_an_erasure_a_disqualification_an_objection_and_forfeits_in_between()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = (await ending.TakePartAsync(12)).Select(one => one.Farmer).ToList();
        await ending.DrawAsync(substitutes: 4);
        var first = await RankedAsync(ending, people, 1);
        var second = await RankedAsync(ending, people, 2);
        Assert.Equal(
            "results.not-final",
            await Farmer.RefusalOf(await ClaimAsync(first, await PrizeOfAsync(first)), HttpStatusCode.Conflict)
        );

        // The ranking's first is disqualified with a reason; the second erases the account: everybody moves up.
        await ending.DisqualifyAsync((await ending.RankingAsync())[0]);
        (await second.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        await ending.TickAsync();
        var published = await ending.ResultsAsync();
        Assert.Equal("public", (string)published["state"]!);
        Assert.Equal("代人答题", (string)published["disqualified"]![0]!["reason"]!);
        Assert.Equal(3, (int)Winners(published, "won").First(winner => (string)winner["prize"]! == "一等奖")["rank"]!);
        Assert.Equal(12, (int)published["lots"]!["count"]!);

        // An objection keeps the results from being final until it is answered.
        var objector = people.First(person => person != first && person != second);
        var objection = await Farmer.JsonOf(await objector.PostAsync($"{ending.Path}/objections", new { text = "第三名成绩有误" }));
        Assert.Equal(
            HttpStatusCode.OK,
            (await objector.PostAsync($"{ending.Path}/objections", new { text = "第三名成绩有误" })).StatusCode
        );
        ending.Host.Time.Advance(TimeSpan.FromDays(4));
        await ending.TickAsync();
        Assert.Equal("public", (string)(await ending.ResultsAsync())["state"]!);
        Assert.Equal(
            "objection.closed",
            await Farmer.RefusalOf(await objector.PostAsync($"{ending.Path}/objections", new { text = "再说" }), HttpStatusCode.Conflict)
        );
        var answer = await ending.First.PostAsync($"{ending.Path}/objections/{objection["id"]}/answer", new { text = "已复核，无误" });
        Assert.Equal("已复核，无误", (string)(await Farmer.JsonOf(answer))["answer"]!);
        await ending.TickAsync();
        Assert.Equal("final", (string)(await ending.ResultsAsync())["state"]!);
        await ending.Host.RollUpAsync();

        // One claims by post, one is late, the others at the station.
        var winners = new List<(Farmer Farmer, string Prize)>();
        foreach (var person in people.Where(person => person != first && person != second))
        {
            foreach (var prize in await PrizesOfAsync(person))
                winners.Add((person, (string)prize["id"]!));
        }

        Assert.Equal(5, winners.Count);
        var late = winners[^1];
        Assert.Contains(
            "您中奖了",
            await (await late.Farmer.GetAsync("api/inbox?lang=zh")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        foreach (var (farmer, prize) in winners.SkipLast(1))
            (await ClaimAsync(farmer, prize)).EnsureSuccessStatusCode();
        Assert.NotEmpty(await PostboxAsync(ending));
        ending.Host.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal("prize.forfeited", await Farmer.RefusalOf(await ClaimAsync(late.Farmer, late.Prize), HttpStatusCode.Conflict));
        await ending.TickAsync();
        var after = await ending.ResultsAsync();
        Assert.Equal("forfeited", (string)StateOf(after, late.Prize)!);
        var substitute = Winners(after, "won").Single();
        Assert.Equal((string)Place(after, late.Prize)["prize"]!, (string)substitute["prize"]!);

        // An official of the place hands out; the addresses go after 30 days.
        var official = await OfficialAsync(ending, "220102");
        var listed = await Farmer.JsonOf(await official.GetAsync($"api/prizes?region=220102&contest={ending.Id}&lang=zh"));
        Assert.Contains(listed["items"]!.AsArray(), item => (string?)item!["address"] == Address);
        foreach (var (farmer, prize) in winners.SkipLast(1))
            Assert.Equal("handedOut", (string)(await Farmer.JsonOf(await official.PostAsync($"api/prizes/{prize}/handed-out")))["state"]!);
        var heir = (await AllPrizesAsync(people)).Single(one => (string)one.Prize["state"]! == "won");
        Assert.Equal(
            "prize.not-claimed",
            await Farmer.RefusalOf(await official.PostAsync($"api/prizes/{heir.Prize["id"]}/handed-out"), HttpStatusCode.Conflict)
        );
        (await ClaimAsync(heir.Farmer, (string)heir.Prize["id"]!)).EnsureSuccessStatusCode();
        (await official.PostAsync($"api/prizes/{heir.Prize["id"]}/handed-out")).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromDays(29));
        await ending.TickAsync();
        Assert.NotEmpty(await PostboxAsync(ending));
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        await ending.TickAsync();
        Assert.Empty(await PostboxAsync(ending));
        Assert.Empty(await Everything.FindAsync(ending.Host.ConnectionString, Address, FullName));
        Assert.True((await ending.Host.Get<ResultsTable>().FindAsync(ending.Id))!.Settled);
    }

    [Fact]
    public async Task A_prize_of_another_person_is_not_there_and_an_official_of_elsewhere_or_the_winner_hands_nothing_out()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = (await ending.TakePartAsync(6)).Select(one => one.Farmer).ToList();
        await ending.DrawAsync();
        await ending.EndAsync();
        var winner = (await AllPrizesAsync(people))[0];
        var prize = (string)winner.Prize["id"]!;
        var thief = await Farmer.SignUpAsync(ending.Host);
        Assert.Equal("not-found", await Farmer.RefusalOf(await ClaimAsync(thief, prize), HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(thief, "ending_r999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(thief, "x_y_r1")).StatusCode);
        var noAddress = await winner.Farmer.PutAsync($"api/me/prizes/{prize}", new { by = "post", name = FullName });
        Assert.NotEmpty(await Filmmaker.ReasonOf(noAddress, "address"));
        (await ClaimAsync(winner.Farmer, prize)).EnsureSuccessStatusCode();
        Assert.Equal(Address, (string)(await PrizesOfAsync(winner.Farmer))[0]["address"]!);
        // Stored, it cannot be read.
        Assert.Empty(await Everything.FindAsync(ending.Host.ConnectionString, Address, FullName));

        var elsewhere = await OfficialAsync(ending, "220202");
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PostAsync($"api/prizes/{prize}/handed-out")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync("api/prizes?region=220102")).StatusCode);
        Assert.Empty((await Farmer.JsonOf(await elsewhere.GetAsync("api/prizes?region=220202")))["items"]!.AsArray());
        await GrantAsync(ending, winner.Farmer, "220102");
        Assert.Equal(
            "prize.own",
            await Farmer.RefusalOf(await winner.Farmer.PostAsync($"api/prizes/{prize}/handed-out"), HttpStatusCode.Forbidden)
        );
        var audit = await Farmer.JsonOf(await ending.First.GetAsync("api/audit?region=220202&limit=100"));
        Assert.Contains(audit["items"]!.AsArray(), entry => (string)entry!["action"]! == "ListPrizes");
    }

    [Fact]
    public async Task An_erasure_deletes_the_address_at_once_and_gives_the_prize_to_the_next()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = (await ending.TakePartAsync(6)).Select(one => one.Farmer).ToList();
        await ending.DrawAsync();
        await ending.EndAsync();
        var winner = (await AllPrizesAsync(people)).First(one => ((string)one.Prize["id"]!).Contains("_r", StringComparison.Ordinal));
        (await ClaimAsync(winner.Farmer, (string)winner.Prize["id"]!)).EnsureSuccessStatusCode();
        (await winner.Farmer.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        Assert.Empty(await PostboxAsync(ending));
        await ending.TickAsync();
        var results = await ending.ResultsAsync();
        Assert.Equal("forfeited", (string)StateOf(results, (string)winner.Prize["id"]!)!);
        Assert.Contains(
            Winners(results, "won"),
            one => (int?)one["rank"] == 4 && (string)one["prize"]! == (string)Place(results, (string)winner.Prize["id"]!)["prize"]!
        );
    }

    private static Task<HttpResponseMessage> ClaimAsync(Farmer farmer, string prize) =>
        farmer.PutAsync(
            $"api/me/prizes/{prize}",
            new
            {
                by = "post",
                name = FullName,
                address = Address,
            }
        );

    private static async Task<IReadOnlyList<JsonNode>> PrizesOfAsync(Farmer farmer) =>
        [.. (await Farmer.JsonOf(await farmer.GetAsync("api/me/prizes?lang=zh")))["items"]!.AsArray().Select(item => item!)];

    private static async Task<string> PrizeOfAsync(Farmer farmer) =>
        (string)(await PrizesOfAsync(farmer)).First(prize => ((string)prize["id"]!).Contains("_r", StringComparison.Ordinal))["id"]!;

    private static async Task<IReadOnlyList<(Farmer Farmer, JsonNode Prize)>> AllPrizesAsync(IEnumerable<Farmer> people)
    {
        List<(Farmer, JsonNode)> all = [];
        foreach (var person in people)
        {
            var answer = await person.GetAsync("api/me/prizes?lang=zh");
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
                continue; // erased
            all.AddRange((await Farmer.JsonOf(answer))["items"]!.AsArray().Select(item => (person, item!)));
        }

        return all;
    }

    private static async Task<Farmer> RankedAsync(Ending ending, IReadOnlyList<Farmer> people, int rank)
    {
        var ranking = await ending.RankingAsync();
        return people.Single(person => person.Id == ranking[rank - 1].Person);
    }

    private static IEnumerable<JsonNode> Winners(JsonNode results, string state) =>
        results["winners"]!.AsArray().Select(winner => winner!).Where(winner => (string)winner["state"]! == state);

    private static JsonNode Place(JsonNode results, string prize)
    {
        Assert.True(PrizeId.TryParse(prize, out _, out var by, out var position));
        return results["winners"]!
            .AsArray()
            .Single(winner => (int)winner!["place"]! == position && (string)winner["by"]! == (by == PrizeBy.Rank ? "rank" : "draw"))!;
    }

    private static JsonNode? StateOf(JsonNode results, string prize) => Place(results, prize)["state"];

    private static async Task<IReadOnlyList<string>> PostboxAsync(Ending ending) =>
        [.. (await ending.Host.Get<CandidateTable>().ReadDeliveriesAsync(ending.Id)).Keys];

    private static async Task<Farmer> OfficialAsync(Ending ending, string region)
    {
        var official = await Farmer.SignUpAsync(ending.Host, name: "李主任");
        await GrantAsync(ending, official, region);
        return official;
    }

    private static async Task GrantAsync(Ending ending, Farmer official, string region)
    {
        var first = await Farmer.SignInAsync(ending.Host, "13900000001");
        (
            await first.PostAsync(
                "api/grants",
                new
                {
                    phone = official.Phone,
                    role = "official",
                    region,
                }
            )
        ).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromMinutes(2));
    }
}
