using System.Text.Json.Nodes;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Access;

/// <summary>Who was refused and who read personal data: recorded, and read by administrators.</summary>
public class AuditTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task A_refusal_is_recorded_with_who_what_and_where()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var stranger = await Farmer.SignUpAsync(host);
        await stranger.GetAsync("api/grants?region=220102");
        var administrator = await Farmer.SignInAsync(host, Administrator);

        var entry = Assert.Single(await ReadAsync(administrator, "220102"));
        Assert.Equal(
            (stranger.Id, "ListGrants", "220102", false),
            ((string)entry["person"]!, (string)entry["action"]!, (string)entry["region"]!, (bool)entry["allowed"]!)
        );
        Assert.Equal("王**", (string)entry["name"]!);
        Assert.Contains(await ReadAsync(administrator, "2201"), above => (string)above["person"]! == stranger.Id);
        Assert.DoesNotContain(await ReadAsync(administrator, "2202"), beside => (string)beside["person"]! == stranger.Id);
    }

    [Fact]
    public async Task A_refusal_names_the_first_value_of_the_path_and_the_region_there()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var stranger = await Farmer.SignUpAsync(host);
        await stranger.DeleteAsync("api/trainings/some-training/sessions/1/attendance/some-ticket");
        await stranger.DeleteAsync("api/grants/" + new string('g', 300));
        await stranger.GetAsync("api/villages/220102001001/publicist");
        await stranger.GetAsync("api/contests?state=draft&region=220104");
        var administrator = await Farmer.SignInAsync(host, Administrator);

        var entries = await ReadAsync(administrator, "22");
        Assert.Equal(
            [
                ("CorrectAttendance", "22", "some-training"),
                ("DeleteGrant", "22", new string('g', 200)),
                ("GetPublicist", "220102001001", "220102001001"),
                ("ListContests", "220104", ""),
            ],
            entries
                .Where(entry => (string)entry["person"]! == stranger.Id)
                .Select(entry => ((string)entry["action"]!, (string)entry["region"]!, (string)entry["subject"]!))
                .Order()
        );
    }

    [Fact]
    public async Task Beyond_the_first_five_the_refusals_of_one_hour_are_one_entry_that_counts_them()
    {
        await using var host = await TestHost.StartAsync(storage, Settings, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
        var stranger = await Farmer.SignUpAsync(host);
        for (var time = 0; time < 30; time++)
            await stranger.GetAsync("api/grants?region=220102");
        foreach (var town in host.Get<Divisions>().Counties.Take(40))
            await stranger.GetAsync($"api/grants?region={town}");
        host.Time.Advance(TimeSpan.FromHours(1));
        await stranger.GetAsync("api/grants?region=220102");
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var entries = (await ReadAsync(administrator, "22&limit=100")).Where(entry => (string)entry["person"]! == stranger.Id).ToList();
        Assert.Equal(71, entries.Sum(entry => (int)entry["count"]!));
        Assert.Equal(7, entries.Count);
    }

    [Fact]
    public async Task Pages_run_from_the_newest_to_the_oldest_over_counties_and_months()
    {
        var start = new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
        await using var host = await TestHost.StartAsync(storage, Settings, now: start.AddDays(80));
        var audit = host.Get<AuditTable>();
        string[] regions = ["220102001001", "220104", "2201", "220102"];
        for (var i = 0; i < 60; i++)
            await audit.AddAsync(
                new AuditEntry(start.AddDays(i), "p", "Test", RegionCode.Parse(regions[i % regions.Length]), $"{i}", Allowed: true)
            );
        var administrator = await Farmer.SignInAsync(host, Administrator);

        var seen = new List<int>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await Farmer.JsonOf(
                await administrator.GetAsync($"api/audit?region=2201&from=2026-03-11&to=2026-05-07&limit=7&cursor={cursor}")
            );
            seen.AddRange(page["items"]!.AsArray().Select(item => int.Parse((string)item!["subject"]!, null)));
            cursor = (string?)page["next"];
        }

        Assert.Equal(Enumerable.Range(1, 58).Reverse(), seen);
    }

    private static async Task<IReadOnlyList<JsonNode>> ReadAsync(Farmer administrator, string region) =>
        [.. (await Farmer.JsonOf(await administrator.GetAsync($"api/audit?region={region}")))["items"]!.AsArray().Select(item => item!)];
}
