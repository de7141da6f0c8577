using System.Net;
using Azure.Data.Tables;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Stations;

/// <summary>Stations from application to plaque, the directory, and publicists, over HTTP.</summary>
public class StationsTests(TestStorage storage)
{
    private const string Village = "220102001001";
    private const string Administrator = "13900000001";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task A_station_is_applied_for_approved_by_the_county_and_certified_by_the_prefecture()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (official, county, prefecture) = (
            await HolderAsync(host, "official", "220102001"),
            await HolderAsync(host, "reviewer", "220102"),
            await HolderAsync(host, "reviewer", "2201")
        );
        var first = await official.PostAsync("api/stations", Station());
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var again = await official.PostAsync("api/stations", Station());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var id = (string)(await Farmer.JsonOf(again))["id"]!;
        Assert.Equal(
            "station.exists", // another one of the same name: nothing of it is lost in silence
            await Farmer.RefusalOf(await official.PostAsync("api/stations", Station(terminals: false)), HttpStatusCode.Conflict)
        );

        Assert.Equal("approved", await ReviewAsync(county, id));
        Assert.Equal("approved", await ReviewAsync(county, id)); // sent twice
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await (await HolderAsync(host, "reviewer", "220102")).PostAsync($"api/stations/{id}/reviews", Approve),
                HttpStatusCode.Forbidden
            )
        );
        Assert.Equal((0, 0), await CoveredAsync());
        Assert.Equal("certified", await ReviewAsync(prefecture, id));
        Assert.Equal("certified", await ReviewAsync(prefecture, id));
        await Farmer.JsonOf(await official.PutAsync($"api/villages/{Village}/publicist", new { name = "李", phone = Farmer.NewPhone() }));
        await host.RollUpAsync();
        Assert.Equal((1, 1), await CoveredAsync());
        Assert.Equal(
            "review.decided",
            await Farmer.RefusalOf(
                await county.PostAsync($"api/stations/{id}/reviews", new { decision = "reject", reason = "迟了" }),
                HttpStatusCode.Conflict
            )
        );

        var listed = (await Farmer.JsonOf(await host.Http.GetAsync("api/stations?region=220102001")))["items"]!.AsArray();
        Assert.Equal((id, "certified"), ((string)Assert.Single(listed)!["id"]!, (string)listed[0]!["state"]!));
        var news = new TableClient(host.ConnectionString, "Ledger")
            .Query<TableEntity>(row => row.PartitionKey == "220102")
            .Where(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal));
        Assert.Empty(news); // folded
        Assert.Equal(1, await CertifiedAsync());

        async Task<(int, int)> CoveredAsync()
        {
            var coverage = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/coverage?region={Village}"));
            return ((int)coverage["villages"]!["withStation"]!, (int)coverage["villages"]!["withPublicist"]!);
        }

        async Task<int> CertifiedAsync() =>
            (int)
                (await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/{Village}?period=year")))["series"]![0]!["metrics"]![
                    "stationsCertified"
                ]!["total"]!;
    }

    [Fact]
    public async Task Without_the_five_haves_nothing_is_approved_and_one_person_never_decides_twice()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (official, prefecture) = (await HolderAsync(host, "official", Village), await HolderAsync(host, "reviewer", "2201"));
        var id = (string)(await Farmer.JsonOf(await official.PostAsync("api/stations", Station(terminals: false))))["id"]!;
        var refused = await prefecture.PostAsync($"api/stations/{id}/reviews", Approve);
        Assert.Contains("haves.terminals", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("rejected", await ReviewAsync(prefecture, id, "reject"));
        await Farmer.JsonOf(await official.PutAsync($"api/stations/{id}", Station()));
        Assert.Equal("approved", await ReviewAsync(prefecture, id));
        Assert.Equal(
            "review.other-person",
            await Farmer.RefusalOf(
                await prefecture.PostAsync($"api/stations/{id}/reviews", new { decision = "approve", reason = "再次" }),
                HttpStatusCode.Conflict
            )
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await official.PutAsync($"api/stations/{id}", Station(terminals: false))).StatusCode
        );
    }

    [Theory]
    [InlineData(Village)]
    [InlineData("220102001")]
    public async Task A_reviewer_of_a_village_or_town_does_not_speak_for_the_county(string region)
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (official, below) = (await HolderAsync(host, "official", Village), await HolderAsync(host, "reviewer", region));
        var id = (string)(await Farmer.JsonOf(await official.PostAsync("api/stations", Station())))["id"]!;
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await below.PostAsync($"api/stations/{id}/reviews", Approve), HttpStatusCode.Forbidden)
        );
        Assert.Equal("applied", (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/stations/{id}")))["state"]!);
        var audit = await Farmer.JsonOf(await (await Farmer.SignInAsync(host, Administrator)).GetAsync("api/audit?region=220102"));
        Assert.Contains(
            audit["items"]!.AsArray(),
            entry => ((string)entry!["action"]!, (bool)entry["allowed"]!) == ("PostStationReview", false)
        );
        Assert.Equal("approved", await ReviewAsync(await HolderAsync(host, "reviewer", "2201"), id));
    }

    [Fact]
    public async Task A_list_has_another_etag_when_the_reason_of_a_decision_is_another()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (official, county) = (await HolderAsync(host, "official", Village), await HolderAsync(host, "reviewer", "220102"));
        var id = (string)(await Farmer.JsonOf(await official.PostAsync("api/stations", Station())))["id"]!;
        var tags = new List<string>();
        foreach (var reason in new[] { "没有网络", "没有专人" })
        {
            await Farmer.JsonOf(await official.PutAsync($"api/stations/{id}", Station()));
            await Farmer.JsonOf(await county.PostAsync($"api/stations/{id}/reviews", new { decision = "reject", reason }));
            var list = await host.Http.GetAsync($"api/stations?region={Village}");
            Assert.Equal(reason, (string)(await Farmer.JsonOf(list))["items"]![0]!["reason"]!);
            tags.Add(list.Headers.ETag!.Tag);
        }

        Assert.Equal(2, tags.Distinct().Count());
    }

    [Fact]
    public async Task What_a_request_certified_and_could_not_count_is_counted_in_the_night_once()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (official, county, prefecture) = (
            await HolderAsync(host, "official", Village),
            await HolderAsync(host, "reviewer", "220102"),
            await HolderAsync(host, "reviewer", "2201")
        );
        var id = (string)(await Farmer.JsonOf(await official.PostAsync("api/stations", Station())))["id"]!;
        await ReviewAsync(county, id);
        host.Meter.Faults = (request, when) =>
            when == When.BeforeSending && request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        Assert.Equal(
            "storage.unavailable",
            await Farmer.RefusalOf(await prefecture.PostAsync($"api/stations/{id}/reviews", Approve), HttpStatusCode.ServiceUnavailable)
        );
        host.Meter.Faults = (_, _) => Fault.None;
        Assert.Equal("certified", (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/stations/{id}")))["state"]!);
        Assert.Empty(CountedIn(host));

        // Nobody repeats the request. The seeds' certified stations are no figures.
        for (var night = 0; night < 2; night++)
        {
            await ActivatorUtilities.CreateInstance<CountStations>(host.Services).Run(new());
            Assert.Equal([$"station|{id}"], CountedIn(host));
        }

        await host.RollUpAsync();
        var figures = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/22?period=year"));
        Assert.Equal(1, (int)figures["series"]!.AsArray()[^1]!["metrics"]!["stationsCertified"]!["total"]!);
    }

    [Fact]
    public async Task Officials_act_for_their_villages_alone()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var elsewhere = await HolderAsync(host, "official", "220104");
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await elsewhere.PostAsync("api/stations", Station()), HttpStatusCode.Forbidden)
        );
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await elsewhere.PutAsync($"api/villages/{Village}/publicist", new { name = "李", phone = Farmer.NewPhone() }),
                HttpStatusCode.Forbidden
            )
        );
        await Farmer.RefusalOf(
            await elsewhere.PutAsync("api/villages/220104101999/publicist", new { name = "李", phone = Farmer.NewPhone() }),
            HttpStatusCode.NotFound
        );
        await Farmer.RefusalOf(
            await elsewhere.PostAsync(
                "api/stations",
                new
                {
                    name = "",
                    village = "220104",
                    latitude = 1,
                }
            ),
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task The_seeds_stations_are_paged_through_for_every_region()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var seen = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await Farmer.JsonOf(await host.Http.GetAsync($"api/stations?region=22&limit=7&cursor={cursor}"));
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["next"];
        }

        Assert.Equal(36, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Equal(
            28,
            (await Farmer.JsonOf(await host.Http.GetAsync("api/stations?state=certified&limit=100")))["items"]!.AsArray().Count
        );
        Assert.All(
            (await Farmer.JsonOf(await host.Http.GetAsync("api/stations?region=2224&lang=ko")))["items"]!.AsArray(),
            item => Assert.StartsWith("2224", (string)item!["village"]!, StringComparison.Ordinal)
        );
        Assert.Equal("st-220104-01", (string)(await Farmer.JsonOf(await host.Http.GetAsync("api/stations/st-220104-01")))["id"]!);
        await Farmer.RefusalOf(await host.Http.GetAsync("api/stations/st-220104-99"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_publicist_is_named_read_by_officials_with_a_trace_and_forgotten_when_erased()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var official = await HolderAsync(host, "official", "220102");
        var phone = Farmer.NewPhone();
        var named = await Farmer.JsonOf(await official.PutAsync($"api/villages/{Village}/publicist", new { name = "訾宣传", phone }));
        Assert.DoesNotContain(phone, named.ToJsonString(), StringComparison.Ordinal);
        await Farmer.JsonOf(await official.GetAsync($"api/villages/{Village}/publicist"));
        var audit = await Farmer.JsonOf(await (await Farmer.SignInAsync(host, Administrator)).GetAsync("api/audit?region=220102"));
        Assert.Contains(audit["items"]!.AsArray(), entry => (string)entry!["action"]! == "GetPublicist" && (bool)entry["allowed"]!);

        var publicist = await Farmer.SignUpAsync(host, phone: phone);
        Assert.Equal("訾宣传", (string)(await Farmer.JsonOf(await publicist.GetAsync("api/me/data")))["publicist"]![0]!["name"]!);
        await publicist.DeleteAsync("api/me");
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, "訾宣传", phone));
    }

    private static IEnumerable<string> CountedIn(TestHost host) =>
        new TableClient(host.ConnectionString, "Ledger")
            .Query<TableEntity>("RowKey ge 'station|' and RowKey lt 'station}'")
            .Select(row => row.RowKey);

    private static readonly object Approve = new { decision = "approve" };

    private static async Task<string> ReviewAsync(Farmer reviewer, string id, string decision = "approve") =>
        (string)
            (await Farmer.JsonOf(await reviewer.PostAsync($"api/stations/{id}/reviews", new { decision, reason = "查看过" })))["state"]!;

    private static async Task<Farmer> HolderAsync(TestHost host, string role, string region)
    {
        var phone = Farmer.NewPhone();
        await Farmer.JsonOf(
            await (await Farmer.SignInAsync(host, Administrator)).PostAsync(
                "api/grants",
                new
                {
                    phone,
                    role,
                    region,
                }
            )
        );
        return await Farmer.SignInAsync(host, phone);
    }

    private static object Station(bool terminals = true) =>
        new
        {
            name = new { zh = "测试村科普中国乡村e站" },
            village = Village,
            address = "村委会院内",
            latitude = 43.9,
            longitude = 125.3,
            opening = "周一至周五",
            haves = new
            {
                network = true,
                staff = true,
                premises = true,
                activities = true,
                terminals,
            },
        };
}
