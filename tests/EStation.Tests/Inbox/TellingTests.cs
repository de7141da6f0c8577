using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Access;
using EStation.Notices;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Inbox;

/// <summary>What features tell people, as it arrives in the inbox and on the phone.</summary>
public class TellingTests(TestStorage storage)
{
    [Fact]
    public async Task A_seat_that_becomes_free_is_told_once_in_the_readers_language_and_by_message()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (first, second) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await training.SignUpAsync(first);
        await training.SignUpAsync(second);
        await first.DeleteAsync($"{training.Path}/enrolments/me");
        for (var times = 0; times < 3; times++)
            await host.RollUpAsync();

        var item = Assert.Single(await ItemsAsync(second));
        Assert.Equal("training-confirmed", (string)item["kind"]!);
        Assert.Equal($"/trainings/{training.Id}", (string)item["link"]!);
        Assert.Contains("水稻病虫害绿色防控", (string)item["text"]!, StringComparison.Ordinal);
        Assert.Contains("벼 병해충", (string)(await ItemsAsync(second, "?lang=ko"))[0]["text"]!, StringComparison.Ordinal);
        Assert.Single(Texts(host, second.Phone));
        Assert.Empty(await ItemsAsync(first));
    }

    [Fact]
    public async Task The_reason_of_a_cancellation_is_in_the_inbox_alone_and_who_wants_no_messages_has_it_too()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (reader, quiet) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await Farmer.JsonOf(await quiet.PutAsync("api/me/preferences", new { messages = new { trainings = false } }));
        await training.SignUpAsync(reader);
        await training.SignUpAsync(quiet);
        (await training.Official.DeleteAsync(training.Path, new { reason = "暴雨" })).EnsureSuccessStatusCode();
        await host.RollUpAsync();

        foreach (var farmer in new[] { reader, quiet })
            Assert.Contains("原因：暴雨", (string)Assert.Single(await ItemsAsync(farmer))["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("暴雨", Assert.Single(Texts(host, reader.Phone)), StringComparison.Ordinal);
        Assert.Empty(Texts(host, quiet.Phone));
    }

    [Fact]
    public async Task A_burst_is_one_message_and_what_follows_soon_waits_for_the_next()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Class.AdministratorPhone }
        );
        var farmer = await Farmer.SignUpAsync(host);
        var trainings = new List<Class>();
        for (var number = 0; number < 5; number++)
        {
            trainings.Add(await Class.AnnounceAsync(host, capacity: 5 + number));
            await trainings[number].SignUpAsync(farmer);
        }

        foreach (var training in trainings.Take(3))
            await training.Official.DeleteAsync(training.Path);
        await host.RollUpAsync();
        Assert.Contains("3 条新消息", Assert.Single(Texts(host, farmer.Phone)), StringComparison.Ordinal);
        foreach (var training in trainings.Skip(3))
        {
            await training.Official.DeleteAsync(training.Path);
            await host.RollUpAsync();
        }

        Assert.Equal(5, (await ItemsAsync(farmer)).Count);
        Assert.Single(Texts(host, farmer.Phone));
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.RollUpAsync();
        await host.RollUpAsync();
        Assert.Equal(2, Texts(host, farmer.Phone).Count);
        Assert.Empty(new TableClient(host.ConnectionString, "Ledger").Query<TableEntity>("RowKey ge 'telling|' and RowKey lt 'telling}'"));
    }

    [Fact]
    public async Task A_decision_a_take_down_and_the_outcome_of_a_report_are_told()
    {
        await using var host = await Class.HostAsync(storage);
        var (owner, viewer) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var reviewer = await Showcase.Stage.ReviewerAsync(host);
        var film = await owner.SubmitVideoAsync();
        (await reviewer.DecideAsync(film, "publish")).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        (await viewer.ReportAsync(film, "不科学")).EnsureSuccessStatusCode();
        (await reviewer.TakeDownAsync(film, "说法有误")).EnsureSuccessStatusCode();
        await host.RollUpAsync();

        Assert.Equal(["video-published", "video-taken-down"], (await ItemsAsync(owner)).Select(KindOf).Order());
        Assert.Contains((await ItemsAsync(owner)), item => ((string)item["text"]!).Contains("说法有误", StringComparison.Ordinal));
        Assert.Equal("report-taken-down", KindOf(Assert.Single(await ItemsAsync(viewer))));
        Assert.Empty(Texts(host, viewer.Phone));
    }

    [Fact]
    public async Task Whom_another_signed_up_finds_it_in_the_inbox_at_the_first_sign_in()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var phone = Farmer.NewPhone();
        await training.SignUpAsync(await Farmer.SignUpAsync(host), new { people = new[] { new { phone, name = "王大力" } } });
        await host.RollUpAsync();
        var owner = await Farmer.SignInAsync(host, phone);
        Assert.Equal("training-signed-up", KindOf(Assert.Single(await ItemsAsync(owner))));
    }

    [Fact]
    public async Task A_role_that_is_given_ends_soon_or_is_taken_back_is_told()
    {
        await using var host = await Class.HostAsync(storage);
        var administrator = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        var phone = Farmer.NewPhone();
        var grant = new
        {
            phone,
            role = "official",
            region = "220102",
            until = host.Time.GetUtcNow().AddDays(30),
        };
        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync("api/grants", grant)))["id"]!;
        await Farmer.JsonOf(await administrator.PostAsync("api/grants", grant));
        host.Time.Advance(TimeSpan.FromDays(25));
        for (var times = 0; times < 2; times++)
            await ActivatorUtilities.CreateInstance<TellOfEndingRoles>(host.Services).Run(new());
        administrator = await Farmer.SignInAsync(host, Class.AdministratorPhone);
        (await administrator.DeleteAsync($"api/grants/{id}")).EnsureSuccessStatusCode();
        var official = await Farmer.SignInAsync(host, phone);
        Assert.Equal(["role-ended", "role-ending", "role-given"], (await ItemsAsync(official)).Select(KindOf));
    }

    [Fact]
    public async Task What_was_read_stays_read_and_the_rest_is_counted()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var training = await Class.AnnounceAsync(host);
        await training.SignUpAsync(farmer);
        await training.Official.DeleteAsync(training.Path);
        await host.RollUpAsync();
        var first = await Farmer.JsonOf(await farmer.GetAsync("api/inbox"));
        Assert.Equal((1, false), ((int)first["unread"]!, (bool)first["items"]![0]!["read"]!));
        (await farmer.PutAsync("api/inbox/read", new { upTo = first["items"]![0]!["at"] })).EnsureSuccessStatusCode();
        (await farmer.PutAsync("api/inbox/read", new { upTo = "2020-01-01T00:00:00Z" })).EnsureSuccessStatusCode();
        var second = await Farmer.JsonOf(await farmer.GetAsync("api/inbox"));
        Assert.Equal((0, true), ((int)second["unread"]!, (bool)second["items"]![0]!["read"]!));
    }

    [Fact]
    public async Task After_a_year_an_inbox_is_tidied_and_what_is_newer_stays()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        foreach (var days in new[] { 0, 399, 2 })
        {
            host.Time.Advance(TimeSpan.FromDays(days));
            farmer = await Farmer.SignInAsync(host, farmer.Phone);
            var training = await Class.AnnounceAsync(host);
            await training.SignUpAsync(farmer);
            await training.Official.DeleteAsync(training.Path);
            await host.RollUpAsync();
        }

        Assert.Equal(3, (await ItemsAsync(farmer)).Count);
        await ActivatorUtilities.CreateInstance<TidyInboxes>(host.Services).Run(new());
        Assert.Equal(2, (await ItemsAsync(farmer)).Count);
    }

    private static string KindOf(JsonNode item) => (string)item["kind"]!;

    private static async Task<IReadOnlyList<JsonNode>> ItemsAsync(Farmer farmer, string query = "") =>
        [.. (await Farmer.JsonOf(await farmer.GetAsync("api/inbox" + query)))["items"]!.AsArray().Select(item => item!)];

    private static List<string> Texts(TestHost host, string phone) =>
        [
            .. new TableClient(host.ConnectionString, "LocalMessages")
                .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
                .Where(row => row.GetString("Code") is null)
                .Select(row => row.GetString("Text")),
        ];
}
