using System.Net;
using EStation.People;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Notices;

/// <summary>What can be learnt from how many people a notice would reach.</summary>
public class PreviewTests(TestStorage storage)
{
    private static readonly string[] Prefecture = ["2201"];
    private static readonly string[] Korean = ["10"];
    private static readonly string[] Han = ["01"];
    private static readonly RegionCode Home = RegionCode.Parse(Village.Code);

    [Fact]
    public async Task A_preview_is_rounded_down_audited_and_limited_and_few_are_refused_only_when_sent()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, "220202001001", phone: Class.AdministratorPhone);
        await Village.SettleAsync(host, 17);
        Assert.Equal(10, await Village.PreviewAsync(root, [Village.Code]));
        Assert.Equal(10, await Village.PreviewAsync(root, ["22"], new { regions = Prefecture }));
        Assert.Equal(10, await Village.PreviewAsync(root, ["220102", Village.Code]));
        Assert.Equal(0, await Village.PreviewAsync(root, [Village.Code], new { ethnicGroups = Korean }));
        var few = await root.PostAsync("api/notices", Village.Form(audience: new { ethnicGroups = Korean }));
        Assert.Equal("notice.too-few", await Farmer.RefusalOf(few, HttpStatusCode.UnprocessableEntity));
        var audit = await Farmer.JsonOf(await root.GetAsync("api/audit?region=22"));
        Assert.Contains(audit["items"]!.AsArray(), entry => (string)entry!["action"]! == "PostNotice");
        for (var asked = 5; asked < Previews.MostAnHour; asked++)
            await Village.PreviewAsync(root, [Village.Code]);
        var late = await root.PostAsync("api/notices", Village.Form(preview: true));
        Assert.Equal("notice.previews-used-up", await Farmer.RefusalOf(late, HttpStatusCode.TooManyRequests));
        Assert.Empty((await Farmer.JsonOf(await root.GetAsync("api/notices?region=22")))["items"]!.AsArray());
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, await Village.PreviewAsync(root, [Village.Code]));
    }

    /// <summary>Somebody's ethnic group is asked for with every padding that could carry one person over a ten.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_difference_of_two_previews_does_not_tell_of_one_person(bool isKorean)
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, "220202001001", phone: Class.AdministratorPhone);
        var crowd = Enumerable.Range(0, 12).Select(number => new Profile("王", Home, Gender.Male, 1950 + number, "01"));
        await Village.SettleAsync(host, [.. crowd, new Profile("金", Home, Gender.Female, 1980, isKorean ? "10" : "01")]);
        foreach (var oldest in Enumerable.Range(60, 15))
        {
            // All Han of an age with a different tail of the crowd each time, with and without the Koreans.
            var age = host.Time.GetUtcNow().Year - 1950 + 60 - oldest;
            var without = new { maxAge = age, ethnicGroups = new[] { "01" } };
            var with = new { maxAge = age, ethnicGroups = new[] { "01", "10" } };
            var answers = (
                await Village.PreviewAsync(root, [Village.Code], without),
                await Village.PreviewAsync(root, [Village.Code], with)
            );
            Assert.Equal(answers.Item1, answers.Item2);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notices_that_are_sent_for_later_and_withdrawn_do_not_tell_of_one_person_either(bool isKorean)
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, "220202001001", phone: Class.AdministratorPhone);
        var crowd = Enumerable.Range(0, 9).Select(number => new Profile("王", Home, Gender.Male, 1950 + number, "01"));
        await Village.SettleAsync(host, [.. crowd, new Profile("金", Home, Gender.Female, 1980, isKorean ? "10" : "01")]);
        var later = host.Time.GetUtcNow().AddYears(1);
        var shown = new List<int>();
        foreach (var groups in new[] { Han, ["01", "10"] })
        {
            var form = Village.Form(groups[^1], audience: new { ethnicGroups = groups }, from: later);
            var sent = await Village.SendAsync(root, form);
            (await root.DeleteAsync($"api/notices/{sent["id"]}")).EnsureSuccessStatusCode();
            shown.Add((int)sent["reaches"]!);
        }

        Assert.Single(shown.Distinct());
        var listed = (await Farmer.JsonOf(await root.GetAsync("api/notices?region=220102")))["items"]!.AsArray();
        Assert.Single(listed.Select(notice => (int)notice!["reaches"]!).Distinct());
    }

    [Fact]
    public async Task A_place_that_is_repeated_hides_no_place_of_others()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        var official = await Village.StaffAsync(host, root, "official", "220102");
        string[] places = [.. Enumerable.Repeat(Village.Code, NoticeRules.MostPlaces), "222403001001"];
        Assert.Equal(
            System.Net.HttpStatusCode.Forbidden,
            (await official.PostAsync("api/notices", Village.Form(places: places, preview: true))).StatusCode
        );
    }

    /// <summary>A condition that is not understood must not widen the audience to everybody.</summary>
    [Fact]
    public async Task An_unknown_condition_is_refused_at_its_field()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        var answer = await root.PostAsync("api/notices", Village.Form(audience: new { birthYear = 1980 }, preview: true));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("is no known field", (string?)problem["errors"]!["audience.birthYear"]![0]);
    }

    [Fact]
    public async Task Large_questions_fit_and_none_is_forgotten_for_new_ones()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, "220202001001", phone: Class.AdministratorPhone);
        var crowd = Enumerable.Repeat(new Profile("王", Home, Gender.Male, 1950, "01"), 9);
        await Village.SettleAsync(host, [.. crowd, new Profile("金", Home, Gender.Female, 1980, "10")]);
        Assert.Equal(0, await Village.PreviewAsync(root, [Village.Code], new { ethnicGroups = Han }));
        var villages = host.Get<Divisions>()
            .All.Select(division => division.Code)
            .Where(code => code.Level == RegionLevel.Village && code != Home)
            .Select(code => code.Value)
            .ToList();
        for (var asked = 1; asked < 3 * Previews.MostAnHour; asked++)
        {
            if (asked % Previews.MostAnHour == 0)
                host.Time.Advance(TimeSpan.FromHours(1));
            var places = villages.Skip(asked * 10).Take(asked < Previews.MostAnHour ? 100 : 1).ToArray();
            Assert.Equal(0, await Village.PreviewAsync(root, places, new { regions = places }));
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await Village.PreviewAsync(root, [Village.Code]));
    }
}
