using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Notices;

/// <summary>Many people in many counties, and notices to overlapping places and audiences: who sees what is recounted apart.</summary>
public class WhoSeesWhatTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly string[] Groups = ["01", "02", "10", "11"];

    [Fact]
    public async Task Each_person_sees_exactly_the_notices_that_are_for_them()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        var random = new Random(18);
        var villages = VillagesOf(host.Get<Divisions>(), Deep.Of(usually: 6, deep: 60));
        var profiles = Enumerable.Range(0, Deep.Of(usually: 400, deep: 100_000)).Select(_ => ProfileOf(random, villages)).ToList();
        host.Meter.Reset();
        var people = await Village.SettleAsync(host, profiles);
        output.WriteLine($"{people.Count} people in {villages.Select(village => village.County).Distinct().Count()} counties");

        (string[] Places, Dictionary<string, object> Audience)[] forms =
        [
            ([.. villages.Take(3).Select(village => village.Value), villages[0].Town.Value], new() { ["gender"] = "2" }),
            ([villages[0].County.Value, villages[1].County.Value, "2201"], new() { ["minAge"] = 30, ["maxAge"] = 60 }),
            (
                ["22"],
                new()
                {
                    ["ethnicGroups"] = new[] { "10", "02" },
                    ["leftBehind"] = true,
                    ["regions"] = new[] { villages[^1].County.Value, "2201" },
                }
            ),
        ];
        var year = Day.Of(host.Time.GetUtcNow()).Date.Year;
        for (var number = 0; number < forms.Length; number++)
        {
            var (places, audience) = forms[number];
            host.Meter.Reset();
            var sent = await Village.SendAsync(root, Village.Form($"通知{number}", places, audience));
            output.WriteLine($"notice {number}: {places.Length} places, {host.Meter.Writes} writes, {host.Meter.Reads} reads");
            Assert.InRange(host.Meter.Writes, places.Length, places.Length + 8);
            var expected = people.Count(person => IsFor(person.Profile, places, audience, year));
            Assert.Equal(expected - (expected % 10), (int)sent["reaches"]!);
            Assert.Equal("sent", (string)sent["state"]!);
        }

        foreach (var person in people)
        {
            var seen = await host.Get<OwnInbox>().ReadAsync(person, new Paging(20, null));
            Assert.Equal(
                forms
                    .Index()
                    .Where(form => IsFor(person.Profile, form.Item.Places, form.Item.Audience, year))
                    .Select(form => $"通知{form.Index}")
                    .Order(),
                seen.Items.Select(item => item.Title.Zh).Order()
            );
        }
    }

    [Fact]
    public async Task Reading_an_inbox_costs_five_documents_once_a_minute_one_range_and_two_rows()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        await Village.SettleAsync(host, 10);
        foreach (var place in RegionCode.Parse(Village.Code).Upwards)
            await Village.SendAsync(root, Village.Form($"致{place}", [place.Value]));
        var reader = await Farmer.SignUpAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(5, (await Village.TitlesAsync(reader)).Count); // erasures and grants are read once a minute too
        host.Time.Advance(TimeSpan.FromSeconds(61));
        host.Meter.Reset();
        await Village.TitlesAsync(reader);
        Assert.Equal(5, host.Meter.Requests.Count(request => request.Path.Contains("/Notices", StringComparison.Ordinal)));
        Assert.Equal(
            (0, 8),
            (host.Meter.Writes, host.Meter.Requests.Count(request => !request.Path.Contains("Erasures", StringComparison.Ordinal)))
        );
        host.Meter.Reset();
        await Village.TitlesAsync(reader);
        output.WriteLine(string.Join('\n', host.Meter.Requests));
        Assert.Equal((0, 2), (host.Meter.Writes, host.Meter.Reads)); // the range and the state; the person is known for a minute
    }

    [Fact]
    public async Task Older_pages_are_read_in_order_and_withdrawn_expired_and_future_ones_are_not_shown()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        await Village.SettleAsync(host, 10);
        var reader = await Farmer.SignUpAsync(host);
        const int Notices = 70;
        var ids = new List<string>();
        for (var number = 0; number < Notices; number++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            var places = number % 3 == 0 ? new[] { Village.Code, "220102001" } : [number % 3 == 1 ? Village.Code : "220102"];
            ids.Add((string)(await Village.SendAsync(root, Village.Form($"第{number}号", places)))["id"]!);
        }

        foreach (var withdrawn in new[] { 0, 40, 69 })
            Assert.Equal(System.Net.HttpStatusCode.NoContent, (await root.DeleteAsync($"api/notices/{ids[withdrawn]}")).StatusCode);
        await Village.SendAsync(root, Village.Form("明天", from: host.Time.GetUtcNow().AddHours(1)));
        await Village.SendAsync(root, Village.Form("到期", until: host.Time.GetUtcNow().AddMinutes(1)));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var expected = Enumerable.Range(0, Notices).Except([0, 40, 69]).Reverse().Select(number => $"第{number}号");
        Assert.Equal(expected, await PagesAsync(reader));
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("明天", (await PagesAsync(reader))[0]);
    }

    [Fact]
    public async Task Who_has_read_a_notice_is_counted_once_and_shown_from_twenty_on()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        var people = await Village.SettleAsync(host, 25);
        await Village.SendAsync(root, Village.Form());
        var tokens = host.Get<Identity.Tokens>();
        foreach (var (number, person) in people.Index())
        {
            var reader = Farmer.Of(host, (person.Id, tokens.Issue(person.Id).Value));
            for (var times = 0; times < 2; times++)
                (await reader.PutAsync("api/inbox/read", new { upTo = host.Time.GetUtcNow() })).EnsureSuccessStatusCode();
            if (number is not (18 or 24))
                continue;
            await host.RollUpAsync();
            var item = (await Farmer.JsonOf(await root.GetAsync("api/notices?region=22")))["items"]![0]!;
            Assert.Equal(number == 18 ? null : 25, (int?)item["read"]);
        }
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(Farmer reader)
    {
        var titles = new List<string>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await Farmer.JsonOf(await reader.GetAsync($"api/inbox?limit=9{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}"));
            titles.AddRange(page["items"]!.AsArray().Select(item => (string)item!["title"]!));
            cursor = (string?)page["next"];
        }

        return titles;
    }

    private static List<RegionCode> VillagesOf(Divisions divisions, int counties) =>
        [
            .. divisions
                .Counties.Take(counties)
                .SelectMany(county => divisions.Find(county)!.Children.Take(2))
                .SelectMany(town => town.Children.Take(2))
                .Select(village => village.Code),
        ];

    private static Profile ProfileOf(Random random, List<RegionCode> villages) =>
        new(
            "王",
            villages[random.Next(villages.Count)],
            random.Next(3) switch
            {
                0 => null,
                1 => Gender.Male,
                _ => Gender.Female,
            },
            random.Next(6) == 0 ? null : random.Next(1940, 2010),
            random.Next(6) == 0 ? null : Groups[random.Next(Groups.Length)],
            random.Next(3) == 0
        );

    /// <summary>The rule, written a second time.</summary>
    private static bool IsFor(Profile person, string[] places, Dictionary<string, object> audience, int year)
    {
        var village = person.Village!.Value.Value;
        var isThere = Array.Exists(places, place => village.StartsWith(place, StringComparison.Ordinal));
        return isThere
            && audience.All(rule =>
                rule.Value switch
                {
                    string gender => person.Gender?.ToString("D") == gender,
                    int years when rule.Key == "minAge" => person.BirthYear is { } born && year - born >= years,
                    int years => person.BirthYear is { } born && year - born <= years,
                    bool leftBehind => person.LeftBehind == leftBehind,
                    string[] regions when rule.Key == "regions" => Array.Exists(
                        regions,
                        region => village.StartsWith(region, StringComparison.Ordinal)
                    ),
                    string[] groups => person.EthnicGroup is { } group && groups.Contains(group),
                    _ => throw new InvalidOperationException(rule.Key),
                }
            );
    }
}
