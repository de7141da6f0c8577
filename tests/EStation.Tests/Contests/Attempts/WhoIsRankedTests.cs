using System.Net;
using System.Text.Json.Nodes;
using EStation.People;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>Who may take part, and who takes part without a rank.</summary>
public class WhoIsRankedTests(TestStorage storage)
{
    private const string AdministratorPhone = "13900000001";

    [Fact]
    public async Task A_contest_for_an_audience_refuses_others_with_each_rule()
    {
        await using var host = await StartAsync();
        var contest = await OwnContests.PublishAsync(
            host,
            "korean-women",
            rules => rules with { Audience = new AudienceRule(Gender.Female, null, 40, null, ["10"]) }
        );
        var farmer = await Farmer.SignUpAsync(host); // a woman of 1980, Han
        var refused = await farmer.PostAsync($"api/contests/{contest}/attempts");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Equal("contest.not-eligible", await Farmer.RefusalOf(refused, HttpStatusCode.Forbidden));
        Assert.Equal(["maxAge", "ethnicGroups"], problem["rules"]!.AsArray().Select(rule => (string)rule!["rule"]!));
        var open = await OwnContests.PublishAsync(
            host,
            "women",
            rules => rules with { Audience = new AudienceRule(Gender.Female, null, null, [RegionCode.Parse("2201")], null) }
        );
        Assert.True((bool)(await farmer.StartAsync(open))["ranked"]!);
    }

    [Fact]
    public async Task People_with_a_role_over_the_region_take_part_without_a_rank()
    {
        await using var host = await StartAsync();
        var administrator = await Farmer.SignUpAsync(host, phone: AdministratorPhone);
        Assert.Equal("role", (string)(await StandingAsync(administrator))["unrankedBecause"]!);
        var paper = await administrator.StartAsync();
        Assert.Equal((false, "role"), ((bool)paper["ranked"]!, (string)paper["unrankedBecause"]!));
        var result = await Farmer.JsonOf(await administrator.SubmitAsync(paper, Farmer.Guess(paper)));
        Assert.Equal((false, "role"), ((bool)result["ranked"]!, (string)result["unrankedBecause"]!));
        await host.RollUpAsync();
        Assert.Empty((await BoardAsync(host))["entries"]!.AsArray());
        Assert.Null((await StandingAsync(administrator))["best"]);

        var village = await Farmer.SignUpAsync(host);
        var grant = new
        {
            phone = village.Phone,
            role = "official",
            region = "220102001001",
        };
        await Farmer.JsonOf(await administrator.PostAsync("api/grants", grant));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((bool)(await village.StartAsync())["ranked"]!); // a role below the contest's region
    }

    [Fact]
    public async Task Who_has_read_the_bank_has_no_rank_after_the_role_has_ended_and_after_an_erasure()
    {
        await using var host = await StartAsync();
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var phone = Farmer.NewPhone();
        var grant = new
        {
            phone,
            role = "administrator",
            region = "22",
        };
        var given = await Farmer.JsonOf(await administrator.PostAsync("api/grants", grant));
        var reader = await Farmer.SignUpAsync(host, phone: phone);
        await Farmer.JsonOf(await reader.GetAsync($"api/question-banks/{Farmer.Contest}"));
        (await administrator.DeleteAsync($"api/grants/{given["id"]}")).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("bankRead", (string)(await reader.StartAsync())["unrankedBecause"]!);

        (await reader.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromDays(1));
        var again = await Farmer.SignUpAsync(host, phone: phone);
        Assert.Equal("bankRead", (string)(await again.StartAsync())["unrankedBecause"]!);
    }

    private async Task<TestHost> StartAsync() =>
        await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone });

    private static async Task<JsonNode> StandingAsync(Farmer farmer) =>
        await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/standing"));

    private static async Task<JsonNode> BoardAsync(TestHost host) =>
        await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/leaderboard"));
}
