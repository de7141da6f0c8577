using System.Net;
using System.Text.Json.Nodes;
using EStation.Statistics.Disclosure;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>Statistics over HTTP.</summary>
public class ReadingStatisticsTests(TestStorage storage)
{
    private const string Village = "220102001001";

    [Fact]
    public async Task A_farmers_attempt_counts_from_the_village_to_the_province()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host, Village);
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await host.RollUpAsync();
        foreach (var region in new[] { "22", "2201", "220102", "220102001", Village })
        {
            foreach (var period in new[] { "day", "month", "year" })
            {
                var statistics = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/{region}?period={period}"));
                var item = Assert.Single(statistics["series"]!.AsArray())!;
                Assert.Equal(1, (int)item["metrics"]!["contestEntries"]!["total"]!);
                Assert.Equal(1, (int)item["metrics"]!["contestParticipants"]!["total"]!);
                Assert.Equal(1, (int)item["metrics"]!["peopleRegistered"]!["total"]!);
                Assert.Equal(14, item["metrics"]!.AsObject().Count);
                Assert.True(item["metrics"]!["contestEntries"]!.AsObject().TryGetPropertyValue("women", out var women) && women is null);
                Assert.Equal(0, (int)item["metrics"]!["videoLikes"]!["women"]!);
            }
        }
    }

    [Fact]
    public async Task Audiences_are_shown_by_day_from_the_prefecture_up_by_month_from_the_county_up_by_year_everywhere()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-25T04:00:00Z", null));
        await Facts.StoreAsync(
            host,
            Enumerable.Range(0, 9).Select(_ => Facts.Registration(Village, "2026-11-24T03:00:00Z", audience: Audience.Women))
        );
        await Facts.StoreAsync(host, Enumerable.Range(0, 6).Select(_ => Facts.Registration(Village, "2026-11-24T03:00:00Z")));
        await host.RollUpAsync();
        (string Region, int? Day, int? Month, int? Year)[] expected =
        [
            ("22", 9, 9, 9),
            ("2201", 9, 9, 9),
            ("220102", null, 9, 9),
            ("220102001", null, null, 9),
            (Village, null, null, 9),
        ];
        foreach (var (region, day, month, year) in expected)
            Assert.Equal(
                (region, day, month, year),
                (
                    region,
                    await WomenAsync(host, region, "day"),
                    await WomenAsync(host, region, "month"),
                    await WomenAsync(host, region, "year")
                )
            );
    }

    [Fact]
    public async Task Two_readings_around_one_event_differ_in_no_column_of_an_audience()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
        string[] regions = ["22", "2201", "220102", "220102001", Village];
        foreach (var audience in new[] { Audience.Women, Audience.None })
        {
            await Facts.StoreAsync(
                host,
                Enumerable.Range(0, 9).Select(_ => Facts.Registration(Village, "2026-11-20T03:00:00Z", audience: audience))
            );
        }

        await host.RollUpAsync();
        var before = await AllWomenAsync(host, regions);
        Assert.Contains(9, before);
        await Facts.StoreAsync(host, Facts.Registration(Village, "2026-11-24T03:00:00Z", audience: Audience.Women));
        await host.RollUpAsync();
        Assert.Equal(before, await AllWomenAsync(host, regions));
        var today = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/22?period=day&from=2026-11-24"));
        Assert.Equal(1, (int)today["series"]![0]!["metrics"]!["peopleRegistered"]!["total"]!);
        Assert.Null((int?)today["series"]![0]!["metrics"]!["peopleRegistered"]!["women"]);

        host.Time.SetUtcNow(DateTimeOffset.Parse("2026-11-24T16:02:00Z", null));
        await new DiscloseFinishedDay(host.Get<YearDisclosure>(), host.Time).Run(new());
        Assert.Equal(before.Select(women => women is null ? null : women + 1), await AllWomenAsync(host, regions));
    }

    private static async Task<List<int?>> AllWomenAsync(TestHost host, string[] regions)
    {
        var all = new List<int?>();
        foreach (var region in regions)
        {
            all.Add(await WomenAsync(host, region, "month"));
            all.Add(await WomenAsync(host, region, "year"));
        }

        return all;
    }

    [Fact]
    public async Task Children_come_with_their_names_and_their_sum()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
        await Facts.StoreAsync(
            host,
            Facts.Registration(Village, "2026-11-24T03:00:00Z"),
            Facts.Registration("220103001001", "2026-11-01T03:00:00Z")
        );
        await host.RollUpAsync();
        foreach (var query in new[] { "period=year&key=2026", "period=month&key=2026-11", "key=2026" })
        {
            var children = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/2201/children?{query}"));
            Assert.Equal(2, (int)children["sum"]!["peopleRegistered"]!["total"]!);
            var changed = children["children"]!
                .AsArray()
                .Where(child => (int)child!["metrics"]!["peopleRegistered"]!["total"]! == 1)
                .Select(child => (string)child!["name"]!);
            Assert.Equal(["南关区", "宽城区"], changed);
        }

        var days = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/2201/children?period=day&key=2026-11-24"));
        Assert.Equal(1, (int)days["sum"]!["peopleRegistered"]!["total"]!);
    }

    [Fact]
    public async Task A_series_is_one_range_read_and_its_ETag_changes_with_the_figures_only()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
        await Facts.StoreAsync(host, Facts.Registration(Village, "2026-11-24T03:00:00Z"));
        await host.RollUpAsync();
        host.Meter.Reset();
        var first = await host.Http.GetAsync("api/statistics/220102?period=day&from=2026-01-01&to=2026-11-24");
        Assert.Equal((1, 1), (host.Meter.All, host.Meter.Reads));
        await Facts.StoreAsync(host, Facts.Registration("220202001001", "2026-11-24T03:00:00Z"));
        await host.RollUpAsync();
        var same = await AskAgainAsync();
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await Facts.StoreAsync(host, Facts.Registration(Village, "2026-11-24T03:00:00Z"));
        await host.RollUpAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAgainAsync()).StatusCode);

        Task<HttpResponseMessage> AskAgainAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "api/statistics/220102?period=day&from=2026-01-01&to=2026-11-24");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return host.Http.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("api/statistics/99", HttpStatusCode.NotFound)]
    [InlineData("api/statistics/22?period=week", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/statistics/22?from=2026-02-30", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/statistics/22?from=2026-02&to=2026-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/statistics/22?period=day&from=1900&to=2199", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/statistics/22?period=day&from=0001&to=0001", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/statistics/22?period=year&from=2199&to=2199", HttpStatusCode.OK)]
    [InlineData("api/statistics/22/children?period=month&key=2026", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_answered_is_refused(string path, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync(storage);
        Assert.Equal(status, (await host.Http.GetAsync(path)).StatusCode);
    }

    private static async Task<int?> WomenAsync(TestHost host, string region, string period)
    {
        JsonNode statistics = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/{region}?period={period}"));
        return (int?)statistics["series"]![0]!["metrics"]!["peopleRegistered"]!["women"];
    }
}
