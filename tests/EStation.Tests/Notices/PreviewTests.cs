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
}
