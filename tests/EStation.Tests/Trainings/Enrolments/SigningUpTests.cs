using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Testing;

namespace EStation.Trainings.Enrolments;

/// <summary>Signing up and withdrawing, over HTTP.</summary>
public class SigningUpTests(TestStorage storage)
{
    private static readonly string[] Changchun = ["2201"];

    [Fact]
    public async Task The_first_are_confirmed_the_others_wait_and_who_asks_again_hears_the_same()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (first, second) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));

        var confirmed = await first.PostAsync($"{training.Path}/enrolments");
        Assert.Equal(HttpStatusCode.Created, confirmed.StatusCode);
        Assert.Equal("confirmed", (string)(await Farmer.JsonOf(confirmed))["state"]!);
        var waiting = await training.SignUpAsync(second);
        Assert.Equal(("waiting", 1), ((string)waiting["state"]!, (int)waiting["position"]!));

        var again = await second.PostAsync($"{training.Path}/enrolments");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.True(JsonNode.DeepEquals(waiting, await Farmer.JsonOf(again)));
        Assert.Equal((1, 1), await training.CountAsync());
    }

    [Fact]
    public async Task Signing_up_costs_a_transaction_a_note_and_a_look_for_what_others_have_signed_up()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        await training.SignUpAsync(await Farmer.SignUpAsync(host));
        var farmer = await Farmer.SignUpAsync(host);
        host.Meter.Reset();
        await training.SignUpAsync(farmer);
        Assert.Equal((1, 2, 1), (host.Meter.Batches, host.Meter.Writes, host.Meter.Reads));
    }

    [Fact]
    public async Task My_trainings_come_page_by_page_the_latest_to_begin_first()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3).AddHours(9);
        var expected = new List<string>();
        foreach (var days in new[] { 4, 0, 6, 2, 2 })
        {
            var sessions = new[] { new { startsAt = start.AddDays(days), endsAt = start.AddDays(days).AddHours(2) } };
            var training = await Class.AnnounceAsync(host, 5 + expected.Count, form => new(form) { ["sessions"] = sessions });
            await training.SignUpAsync(farmer);
            expected.Add($"{start.AddDays(days):O}");
        }

        var (seen, cursor) = (new List<JsonNode>(), "");
        do
        {
            var page = await Farmer.JsonOf(await farmer.GetAsync($"api/me/trainings?limit=2{cursor}"));
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["training"]!));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        } while (cursor.Length > 0);
        Assert.Equal(5, seen.Select(training => (string)training["id"]!).Distinct().Count());
        Assert.Equal(
            expected.Select(DateTimeOffset.Parse).OrderDescending(),
            seen.Select(training => (DateTimeOffset)training["sessions"]![0]!["startsAt"]!)
        );
    }

    [Fact]
    public async Task Who_withdraws_makes_room_for_the_next_who_is_told_once()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (first, second, third) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        foreach (var farmer in new[] { first, second, third })
            await training.SignUpAsync(farmer);

        Assert.Equal(HttpStatusCode.NoContent, (await first.DeleteAsync($"{training.Path}/enrolments/me")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await first.DeleteAsync($"{training.Path}/enrolments/me")).StatusCode);
        Assert.Equal("confirmed", (string)(await training.SignUpAsync(second))["state"]!);
        Assert.Equal(1, (int)(await training.SignUpAsync(third))["position"]!);

        await host.RollUpAsync();
        await host.RollUpAsync();
        Assert.Contains("报名已确认", Assert.Single(MessagesTo(host, second)), StringComparison.Ordinal);
        Assert.Empty(MessagesTo(host, third));
    }

    [Fact]
    public async Task Who_withdraws_and_comes_again_stands_at_the_end_with_another_ticket()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (first, second) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var before = await training.SignUpAsync(first);
        await training.SignUpAsync(second);
        await first.DeleteAsync($"{training.Path}/enrolments/me");
        var after = await first.PostAsync($"{training.Path}/enrolments");
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
        var json = await Farmer.JsonOf(after);
        Assert.Equal(("waiting", 1), ((string)json["state"]!, (int)json["position"]!));
        Assert.NotEqual((string)before["ticket"]!, (string)json["ticket"]!);
    }

    [Fact]
    public async Task A_household_comes_together_and_the_phone_of_each_finds_the_sign_up()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 3);
        var (caller, phone) = (await Farmer.SignUpAsync(host), Farmer.NewPhone());
        var body = new { people = new[] { new { phone, name = "王大力" }, new { phone = Farmer.NewPhone(), name = "王小花" } } };
        var items = (await training.SignUpAsync(caller, body))["items"]!.AsArray();
        Assert.Equal(["confirmed", "confirmed", "confirmed"], items.Select(item => (string)item!["state"]!));
        Assert.Equal(HttpStatusCode.OK, (await caller.PostAsync($"{training.Path}/enrolments", body)).StatusCode);

        var relative = await Farmer.SignUpAsync(host, phone: phone);
        Assert.Equal(HttpStatusCode.OK, (await relative.PostAsync($"{training.Path}/enrolments")).StatusCode);
        Assert.Equal((3, 0), await training.CountAsync());
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await caller.DeleteAsync($"{training.Path}/enrolments/{items[1]!["enrolment"]}"),
                HttpStatusCode.Forbidden
            )
        );
        var daughter = $"{training.Path}/enrolments/{items[2]!["enrolment"]}"; // she has done nothing herself
        Assert.Equal(HttpStatusCode.NoContent, (await caller.DeleteAsync(daughter)).StatusCode);
        Assert.Equal((2, 0), await training.CountAsync());
    }

    [Fact]
    public async Task A_household_with_one_who_may_not_come_signs_up_nobody_and_hears_each_rule_in_words()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(
            host,
            change: form =>
                new(form)
                {
                    ["eligibility"] = new
                    {
                        gender = "2",
                        maxAge = 40,
                        regions = Changchun,
                    },
                }
        );
        var farmer = await Farmer.SignUpAsync(host); // a woman, born in 1980
        var answer = await farmer.PostAsync($"{training.Path}/enrolments?lang=ko");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("maxAge", (string)Assert.Single(problem["rules"]!.AsArray())!["rule"]!);
        Assert.Contains("40세", (string)problem["rules"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal("training.not-eligible", await Farmer.RefusalOf(answer, HttpStatusCode.Forbidden));

        var young = await Farmer.SignUpAsync(host);
        await young.PutAsync(
            "api/me",
            new
            {
                name = "王小红",
                village = Class.Village,
                gender = "2",
                birthYear = 2000,
                ethnicGroup = "01",
                leftBehind = false,
                language = "zh",
            }
        );
        var both = await young.PostAsync(
            $"{training.Path}/enrolments",
            new { people = new[] { new { phone = farmer.Phone, name = "王小明" } } }
        );
        Assert.Equal("training.not-eligible", await Farmer.RefusalOf(both, HttpStatusCode.Forbidden));
        Assert.Equal((0, 0), await training.CountAsync());
        await training.SignUpAsync(young);
        Assert.Equal((1, 0), await training.CountAsync());
    }

    [Fact]
    public async Task Who_is_in_already_is_told_so_when_it_has_closed_meanwhile_and_nobody_else_comes_in()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (early, late) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var before = await training.SignUpAsync(early);
        Close(host);
        var again = await early.PostAsync($"{training.Path}/enrolments");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.True(JsonNode.DeepEquals(before, await Farmer.JsonOf(again)));
        Assert.Equal(
            "training.sign-up-closed",
            await Farmer.RefusalOf(await late.PostAsync($"{training.Path}/enrolments"), HttpStatusCode.Conflict)
        );
    }

    [Fact]
    public async Task A_household_is_four_however_many_requests_it_takes()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 20);
        var (farmer, four) = (await Farmer.SignUpAsync(host), Villagers(4));
        var items = (await training.SignUpAsync(farmer, four))["items"]!.AsArray();
        Assert.Equal(HttpStatusCode.OK, (await farmer.PostAsync($"{training.Path}/enrolments", four)).StatusCode);
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await farmer.PostAsync($"{training.Path}/enrolments", Villagers(1)), HttpStatusCode.UnprocessableEntity)
        );
        await farmer.DeleteAsync($"{training.Path}/enrolments/{(string)items[4]!["enrolment"]!}");
        Assert.Equal(HttpStatusCode.Created, (await farmer.PostAsync($"{training.Path}/enrolments", Villagers(1))).StatusCode);
        Assert.Equal((5, 0), await training.CountAsync());
    }

    [Fact]
    public async Task A_refused_sign_up_leaves_nothing_behind_of_phones_that_nobody_knew()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, change: form => new(form) { ["eligibility"] = new { maxAge = 40 } });
        var farmer = await Farmer.SignUpAsync(host); // born in 1980
        int Phones() => new TableClient(host.ConnectionString, "Phones").Query<TableEntity>().Count();
        var before = Phones();
        Assert.Equal(
            "training.not-eligible",
            await Farmer.RefusalOf(await farmer.PostAsync($"{training.Path}/enrolments", Villagers(2)), HttpStatusCode.Forbidden)
        );
        var open = await Class.AnnounceAsync(host, capacity: 3);
        Close(host);
        Assert.Equal(
            "training.sign-up-closed",
            await Farmer.RefusalOf(await farmer.PostAsync($"{open.Path}/enrolments", Villagers(2)), HttpStatusCode.Conflict)
        );
        Assert.Equal(before, Phones());
    }

    [Theory]
    [InlineData("0026-11-27T09:00:00+08:00", "0026-11-27T11:00:00+08:00")]
    [InlineData("2260-11-27T09:00:00+08:00", "2260-11-27T11:00:00+08:00")]
    public async Task A_session_of_another_age_is_a_slip_of_the_pen(string startsAt, string endsAt)
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var form = Class.Form(host, capacity: 9, change: form => new(form) { ["sessions"] = new[] { new { startsAt, endsAt } } });
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await training.Official.PostAsync("api/trainings", form), HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await training.Official.PutAsync(training.Path, form), HttpStatusCode.UnprocessableEntity)
        );
    }

    [Fact]
    public async Task An_official_signs_up_fifty_villagers_and_a_farmer_four_others()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 10);
        var items = (await training.SignUpAsync(training.Official, Villagers(50)))["items"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 40), items.Skip(10).Select(item => (int)item!["position"]!));
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(
                await training.Official.PostAsync($"{training.Path}/enrolments", Villagers(51)),
                HttpStatusCode.UnprocessableEntity
            )
        );
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await farmer.PostAsync($"{training.Path}/enrolments", Villagers(5)), HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal((10, 40), await training.CountAsync());
    }

    [Fact]
    public async Task More_places_move_the_queue_up_and_fewer_than_are_confirmed_are_refused()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        await training.SignUpAsync(training.Official, Villagers(5));
        var refused = await training.Official.PutAsync(training.Path, Class.Form(host, capacity: 1));
        Assert.Equal("training.capacity-below-confirmed", await Farmer.RefusalOf(refused, HttpStatusCode.Conflict));
        Assert.Equal((2, 3), await training.CountAsync());
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, Class.Form(host, capacity: 4)));
        Assert.Equal((4, 1), await training.CountAsync());
        await host.RollUpAsync();
        Assert.Equal(2, AllMessages(host).Count(text => text.Contains("报名已确认", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cancelled_training_takes_nobody_any_more_and_everybody_is_told()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        var early = await Farmer.SignUpAsync(host);
        await training.SignUpAsync(early);
        await training.SignUpAsync(training.Official, Villagers(2));
        Assert.Equal(HttpStatusCode.NoContent, (await training.Official.DeleteAsync(training.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await training.Official.DeleteAsync(training.Path)).StatusCode);
        foreach (var farmer in new[] { early, await Farmer.SignUpAsync(host) })
            Assert.Equal(
                "training.cancelled",
                await Farmer.RefusalOf(await farmer.PostAsync($"{training.Path}/enrolments"), HttpStatusCode.Conflict)
            );
        Assert.Equal("cancelled", (string)(await training.SeeAsync())["state"]!);
        await host.RollUpAsync();
        Assert.Equal(3, AllMessages(host).Count(text => text.Contains("已取消", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sign_up_is_open_when_it_is_and_a_change_is_seen_at_once_by_another_instance()
    {
        await using var host = await Class.HostAsync(storage);
        await using var other = await Class.HostAsync(storage, host.ConnectionString);
        var later = host.Time.GetUtcNow().AddHours(1);
        var training = await Class.AnnounceAsync(host, change: form => new(form) { ["signUpOpensAt"] = later });
        var farmer = await Farmer.SignUpAsync(other);
        Assert.Equal(
            "training.sign-up-closed",
            await Farmer.RefusalOf(await farmer.PostAsync($"{training.Path}/enrolments"), HttpStatusCode.Conflict)
        );
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, Class.Form(host)));
        Assert.Equal(HttpStatusCode.Created, (await farmer.PostAsync($"{training.Path}/enrolments")).StatusCode);
    }

    [Fact]
    public async Task A_training_is_at_a_village_or_at_a_station_of_that_village_and_nowhere_else()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await training.Official.PostAsync(
            "api/grants",
            new
            {
                phone = training.Official.Phone,
                role = "official",
                region = "22",
            }
        );
        var haves = new
        {
            network = true,
            staff = true,
            premises = true,
            activities = true,
            terminals = true,
        };
        var application = new
        {
            name = new { zh = "一村e站" },
            village = Class.Village,
            address = "村委会",
            latitude = 43.9,
            longitude = 125.3,
            opening = "8:00-17:00",
            haves,
        };
        var station = (string)(await Farmer.JsonOf(await training.Official.PostAsync("api/stations", application)))["id"]!;

        async Task<HttpResponseMessage> AtAsync(string? place, string village = Class.Village) =>
            await training.Official.PostAsync(
                "api/trainings",
                Class.Form(host, capacity: 7, change: form => new(form) { ["station"] = place, ["village"] = village })
            );
        Assert.Equal(station, (string)(await Farmer.JsonOf(await AtAsync(station)))["station"]!);
        foreach (var wrong in new[] { await AtAsync("st-220102-none"), await AtAsync(station, "220102001002") })
            Assert.Equal("fields.invalid", await Farmer.RefusalOf(wrong, HttpStatusCode.UnprocessableEntity));
        var moved = await training.Official.PutAsync(
            training.Path,
            Class.Form(host, change: form => new(form) { ["station"] = "st-220104-01" })
        );
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(moved, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_farmer_announces_nothing_and_the_attempt_is_in_the_audit()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await farmer.PostAsync("api/trainings", Class.Form(host)), HttpStatusCode.Forbidden)
        );
        var row = Assert.Single(new TableClient(host.ConnectionString, "Audit").Query<TableEntity>());
        Assert.Equal(
            (farmer.Id, "AnnounceTraining", false),
            (row.GetString("Person"), row.GetString("Action"), row.GetBoolean("Allowed")!.Value)
        );
    }

    [Fact]
    public async Task The_tally_counts_what_happened()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        await training.SignUpAsync(training.Official, Villagers(3));
        var farmer = await Farmer.SignUpAsync(host);
        await training.SignUpAsync(farmer);
        await farmer.DeleteAsync($"{training.Path}/enrolments/me");
        await training.SignUpAsync(farmer);
        await host.RollUpAsync();
        var row = await host.Get<LedgerTable>()
            .FindAsync(TrainingKeys.CountyOf(training.Id), FoldTable.TotalPrefix + TrainingCells.RowOf(training.Id));
        Assert.Equal(
            new TrainingTally { SignUps = 5, Cancellations = 1 },
            TrainingTally.Read(row!.GetBinaryData(TrainingCells.TallyColumn))
        );
    }

    [Fact]
    public async Task The_same_announcement_again_is_the_same_training_and_it_is_listed_where_it_belongs()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var again = await training.Official.PostAsync("api/trainings", Class.Form(host));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(training.Id, (string)(await Farmer.JsonOf(again))["id"]!);

        async Task<IEnumerable<string>> ListedAsync(string query) =>
            (await Farmer.JsonOf(await host.Http.GetAsync($"api/trainings?{query}")))["items"]!
                .AsArray()
                .Select(item => (string)item!["id"]!);
        Assert.Equal([training.Id], await ListedAsync("region=220102"));
        Assert.Equal([training.Id], await ListedAsync("region=22&programme=green-certificate"));
        Assert.Empty(await ListedAsync("region=22&programme=spark"));
        Assert.Empty(await ListedAsync("region=2202"));
        var day = Day.Of(host.Time.GetUtcNow()).Date.AddDays(4);
        Assert.Empty(await ListedAsync($"region=22&from={day:yyyy-MM-dd}"));
        await training.Official.DeleteAsync(training.Path);
        Assert.Empty(await ListedAsync("region=220102"));
    }

    [Fact]
    public async Task A_list_is_turned_page_by_page()
    {
        await using var host = await Class.HostAsync(storage);
        var ids = new HashSet<string>();
        for (var i = 0; i < 5; i++)
            ids.Add((await Class.AnnounceAsync(host, capacity: i + 1)).Id);
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Farmer.JsonOf(await host.Http.GetAsync($"api/trainings?region=220102&limit=2&cursor={cursor}"));
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["next"];
        } while (cursor is not null);
        Assert.Equal(5, seen.Count);
        Assert.Equal(ids, [.. seen]);
    }

    /// <summary>The evening before, when sign-up has closed.</summary>
    private static void Close(TestHost host) => host.Time.SetUtcNow(Day.Of(host.Time.GetUtcNow()).Start.AddDays(2).AddHours(22));

    private static object Villagers(int count) =>
        new { people = Enumerable.Range(0, count).Select(number => new { phone = Farmer.NewPhone(), name = $"村民{number}" }).ToList() };

    private static IEnumerable<string> MessagesTo(TestHost host, Farmer farmer) =>
        new TableClient(host.ConnectionString, "LocalMessages")
            .Query<TableEntity>(row => row.PartitionKey == "+86" + farmer.Phone)
            .Where(row => row.GetString("Code") is null)
            .Select(row => row.GetString("Text"));

    private static IEnumerable<string> AllMessages(TestHost host) =>
        new TableClient(host.ConnectionString, "LocalMessages").Query<TableEntity>().Select(row => row.GetString("Text"));
}
