using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Trainings.Enrolments;

/// <summary>Signing up others: what it tells of them, whose the sign-up is, and what it sends to them.</summary>
public class SigningUpOthersTests(TestStorage storage)
{
    private static readonly string[] Koreans = ["10"];
    private static readonly string[] Village = [Class.Village];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_known_an_unknown_a_refusing_and_a_signed_up_phone_get_the_same_answer_at_the_same_price(bool vouched)
    {
        await using var host = await Class.HostAsync(storage);
        var (known, refusing, inAlready) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await RefuseOthersAsync(refusing);
        var answers = new List<(HttpStatusCode Status, string Shape, int Reads, int Writes)>();
        foreach (var phone in new[] { known.Phone, Farmer.NewPhone(), refusing.Phone, vouched ? known.Phone : inAlready.Phone })
        {
            var training = await Class.AnnounceAsync(host, capacity: 2 + answers.Count);
            var caller = vouched ? training.Official : await Farmer.SignUpAsync(host);
            if (phone == inAlready.Phone)
                await training.SignUpAsync(inAlready);
            await training.SignUpAsync(await Farmer.SignUpAsync(host));
            await caller.GetAsync("api/me");
            host.Meter.Reset();
            var answer = await caller.PostAsync($"{training.Path}/enrolments", Named(phone));
            var (reads, writes) = (host.Meter.Reads, host.Meter.Writes);
            var item = (await Farmer.JsonOf(answer))["items"]!.AsArray()[^1]!;
            answers.Add((answer.StatusCode, ShapeOf(item), reads, writes));
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_route_of_a_sign_up_answers_the_same_for_every_phone_before_and_after_messages_were_sent(bool vouched)
    {
        await using var host = await Class.HostAsync(storage);
        var (known, refusing) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await RefuseOthersAsync(refusing);
        var seen = new List<string>();
        foreach (var (phone, at) in new[] { known.Phone, Farmer.NewPhone(), refusing.Phone }.Select((phone, at) => (phone, at)))
        {
            var training = await Class.AnnounceAsync(host, capacity: 5 + at);
            var caller = vouched ? training.Official : await Farmer.SignUpAsync(host);
            var lines = new List<string>();
            var path = $"{training.Path}/enrolments";
            var made = (await training.SignUpAsync(caller, Named(phone)))["items"]!.AsArray()[^1]!["enrolment"];
            await host.RollUpAsync();
            await SeeAsync(() => caller.PostAsync(path, Named(phone)));
            await SeeAsync(() => caller.GetAsync($"{path}/{made}"));
            await SeeAsync(() => caller.GetAsync($"{path}/{made}?format=svg"));
            await SeeAsync(() => caller.GetAsync(path));
            await SeeAsync(() => caller.DeleteAsync($"{path}/{made}"));
            await SeeAsync(() => caller.GetAsync($"{path}/{made}"));
            await SeeAsync(() => caller.PostAsync(path, Named(phone)));
            await SeeAsync(() => host.Http.GetAsync(training.Path));
            seen.Add(string.Join('\n', lines));

            async Task SeeAsync(Func<Task<HttpResponseMessage>> ask)
            {
                host.Meter.Reset();
                var answer = await ask();
                lines.Add($"{(int)answer.StatusCode} {host.Meter.Reads} {host.Meter.Writes}");
            }
        }

        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task Others_are_judged_by_what_is_declared_and_never_by_their_profile()
    {
        await using var host = await Class.HostAsync(storage);
        var victim = await Farmer.SignUpAsync(host); // a Han woman, born in 1980, of the village
        object[] rules =
        [
            new { gender = "1" },
            new { gender = "2" },
            new { maxAge = 30 },
            new { minAge = 30 },
            new { ethnicGroups = Koreans },
            new { regions = Village },
        ];
        foreach (var phone in new[] { victim.Phone, Farmer.NewPhone() })
        {
            var told = new List<string>();
            foreach (var (rule, at) in rules.Select((rule, at) => (rule, at)))
            {
                var training = await Class.AnnounceAsync(host, capacity: 10 + at, change: form => new(form) { ["eligibility"] = rule });
                told.Add(await SayAsync(await training.Official.PostAsync($"{training.Path}/enrolments", Named(phone))));
            }

            Assert.All(told, answer => Assert.Equal("Created", answer)); // an official vouches for what nobody declares
        }

        var women = await Class.AnnounceAsync(host, capacity: 9, change: form => new(form) { ["eligibility"] = new { gender = "2" } });
        var relative = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "training.not-eligible gender",
            await SayAsync(await relative.PostAsync($"{women.Path}/enrolments", Named(victim.Phone)))
        );
        object declared(string gender) =>
            new
            {
                people = new[]
                {
                    new
                    {
                        phone = victim.Phone,
                        name = "王大力",
                        gender,
                        village = Class.Village,
                        ethnicGroup = "10",
                        birthYear = 1950,
                    },
                },
            };
        Assert.Equal("training.not-eligible gender", await SayAsync(await relative.PostAsync($"{women.Path}/enrolments", declared("1"))));
        Assert.Equal("Created", await SayAsync(await relative.PostAsync($"{women.Path}/enrolments", declared("2"))));
        Assert.Contains(
            new TableClient(host.ConnectionString, "Audit").Query<TableEntity>(),
            row =>
                row.GetString("Action") == "SignUpForTraining"
                && row.GetString("Person") == relative.Id
                && row.GetBoolean("Allowed") == true
        );

        // What is declared is counted, and the recount finds the same.
        await host.RollUpAsync();
        var counted = await ActivatorUtilities
            .CreateInstance<TrainingRecount>(host.Services)
            .CountAsync(TrainingKeys.CountyOf(women.Id))
            .ToListAsync();
        Assert.Contains(
            counted,
            one => one.Audience == (Audience.Women | Audience.Minority | Audience.Over60) && one.Metric == Metric.TrainingSignUps
        );
    }

    [Fact]
    public async Task Ones_own_sign_up_takes_the_seat_over_and_the_stranger_has_nothing_left()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        var (stranger, victim) = (await Farmer.SignUpAsync(host, name: "赵六"), await Farmer.SignUpAsync(host, name: "欧阳春兰"));
        var made = (await training.SignUpAsync(stranger, Named(victim.Phone, "坏名字")))["items"]![1]!;
        var late = await Farmer.SignUpAsync(host);
        Assert.Equal(1, (int)(await training.SignUpAsync(late))["position"]!);
        var guest = $"{training.Path}/enrolments/{made["enrolment"]}";
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(guest)).StatusCode);

        var own = await training.SignUpAsync(victim);
        Assert.Equal(
            ("confirmed", host.Get<Identity.Pseudonyms>().Of(victim.Id, training.Id)),
            ((string)own["state"]!, (string)own["enrolment"]!)
        );
        Assert.NotEqual((string)made["ticket"]!, (string)own["ticket"]!);
        Assert.DoesNotContain(victim.Id, made.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(guest)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{training.Path}/enrolments/{victim.Id}")).StatusCode);
        foreach (var path in new[] { guest, $"{training.Path}/enrolments/{victim.Id}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.DeleteAsync(path)).StatusCode);
        Assert.Equal(
            [(string)made["ticket"]!],
            (await training.MarkAsync(1, (string)made["ticket"]!))["unknown"]!.AsArray().Select(one => (string)one!)
        );
        Assert.Equal((2, 1), await training.CountAsync());
        var names = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]!
            .AsArray()
            .Select(entry => (string)entry!["name"]!)
            .ToList();
        Assert.Contains("欧阳春兰", names);
        Assert.DoesNotContain("坏名字", names);
        await RecountsAsync(host, training);
    }

    [Fact]
    public async Task Her_sign_up_and_the_strangers_withdrawal_at_once_leave_her_in_and_no_seat_lost()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 50);
        for (var round = 0; round < 10; round++)
        {
            var (stranger, victim) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
            var made = (await training.SignUpAsync(stranger, Named(victim.Phone)))["items"]![1]!;
            var acts = await Task.WhenAll(
                victim.PostAsync($"{training.Path}/enrolments"),
                stranger.DeleteAsync($"{training.Path}/enrolments/{made["enrolment"]}"),
                stranger.PostAsync($"{training.Path}/enrolments", Named(victim.Phone)),
                victim.PostAsync($"{training.Path}/enrolments")
            );
            Assert.All(acts, act => Assert.True((int)act.StatusCode < 500, $"{act.StatusCode}"));
            Assert.Equal("confirmed", (string)(await training.SignUpAsync(victim))["state"]!);
            await victim.DeleteAsync($"{training.Path}/enrolments/me");
            await stranger.DeleteAsync($"{training.Path}/enrolments/me");
        }

        Assert.Equal((0, 0), await training.CountAsync());
        await RecountsAsync(host, training);
    }

    [Fact]
    public async Task Rounds_of_signing_up_and_withdrawing_end_with_a_refusal_and_never_touch_the_owner_of_the_phone()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 3);
        var victim = await Farmer.SignUpAsync(host);
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 30; round++)
        {
            var answer = await training.Official.PostAsync($"{training.Path}/enrolments", Named(victim.Phone));
            answers.Add(answer.StatusCode);
            if (!answer.IsSuccessStatusCode)
                continue;
            var made = (await Farmer.JsonOf(answer))["items"]![0]!["enrolment"];
            (await training.Official.DeleteAsync($"{training.Path}/enrolments/{made}")).EnsureSuccessStatusCode();
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Distinct());
        for (var round = 0; round <= Enrolment.MostRounds; round++)
        {
            await training.SignUpAsync(victim);
            (await victim.DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();
        }

        Assert.Equal(
            "training.sign-ups-used-up",
            await Farmer.RefusalOf(await victim.PostAsync($"{training.Path}/enrolments"), HttpStatusCode.Conflict)
        );
        await RecountsAsync(host, training);
    }

    [Fact]
    public async Task A_farmer_signs_up_twenty_others_a_day()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        for (var at = 0; at < 5; at++)
            await (await Class.AnnounceAsync(host, capacity: 20 + at)).SignUpAsync(farmer, Four());
        var sixth = await Class.AnnounceAsync(host, capacity: 40);
        var refused = await farmer.PostAsync($"{sixth.Path}/enrolments", Named(Farmer.NewPhone()));
        Assert.Equal("training.others-used-up", await Farmer.RefusalOf(refused, HttpStatusCode.TooManyRequests));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal((0, 0), await sixth.CountAsync());
        await sixth.SignUpAsync(farmer);
        host.Time.Advance(TimeSpan.FromDays(1));
        await sixth.SignUpAsync(farmer, Named(Farmer.NewPhone()));
        Assert.Equal((2, 0), await sixth.CountAsync());
    }

    [Fact]
    public async Task Who_has_withdrawn_and_an_official_whose_role_has_ended_keep_no_rights()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var (caller, official) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var grant = await Farmer.JsonOf(
            await training.Official.PostAsync(
                "api/grants",
                new
                {
                    phone = official.Phone,
                    role = "official",
                    region = Class.Village,
                }
            )
        );
        var byCaller = (await training.SignUpAsync(caller, Named(Farmer.NewPhone())))["items"]![1]!["enrolment"];
        var byOfficial = (await training.SignUpAsync(official, Named(Farmer.NewPhone())))["items"]![0]!["enrolment"];
        (await caller.DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();
        (await training.Official.DeleteAsync($"api/grants/{grant["id"]}")).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        foreach (var (who, path) in new[] { (caller, byCaller), (official, byOfficial) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync($"{training.Path}/enrolments/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await who.DeleteAsync($"{training.Path}/enrolments/{path}")).StatusCode);
        }
    }

    [Fact]
    public async Task She_is_told_once_who_signed_her_up_sees_it_and_can_decline()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 3);
        var (stranger, victim) = (await Farmer.SignUpAsync(host, name: "赵六"), await Farmer.SignUpAsync(host));
        var made = (await training.SignUpAsync(stranger, Named(victim.Phone)))["items"]![1]!;
        for (var round = 0; round < 5; round++)
        {
            await host.RollUpAsync();
            await stranger.DeleteAsync($"{training.Path}/enrolments/{made["enrolment"]}");
            await training.SignUpAsync(stranger, Named(victim.Phone));
        }

        await host.RollUpAsync();
        Assert.Contains("赵**（138****", Assert.Single(MessagesTo(host, victim.Phone)), StringComparison.Ordinal);
        var mine = (await Farmer.JsonOf(await victim.GetAsync("api/me/trainings")))["items"]![0]!;
        Assert.Equal((training.Id, true), ((string)mine["training"]!["id"]!, (bool)mine["isByAnother"]!));
        for (var times = 0; times < 2; times++)
            Assert.Equal(HttpStatusCode.NoContent, (await victim.DeleteAsync($"{training.Path}/enrolments/me")).StatusCode);
        Assert.Equal((1, 0), await training.CountAsync());
        Assert.Empty((await Farmer.JsonOf(await victim.GetAsync("api/me/trainings")))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_phone_gets_three_messages_a_day_that_others_cause_and_one_that_refuses_none()
    {
        await using var host = await Class.HostAsync(storage);
        var (unknown, refusing) = (Farmer.NewPhone(), await Farmer.SignUpAsync(host));
        await RefuseOthersAsync(refusing);
        for (var at = 0; at < 6; at++)
        {
            var training = await Class.AnnounceAsync(host, capacity: 5 + at);
            await training.SignUpAsync(await Farmer.SignUpAsync(host), Named(unknown));
            await training.SignUpAsync(await Farmer.SignUpAsync(host), Named(refusing.Phone));
            await host.RollUpAsync();
            await training.Official.DeleteAsync(training.Path);
            await host.RollUpAsync();
        }

        Assert.Equal(3, MessagesTo(host, unknown).Count);
        Assert.Empty(MessagesTo(host, refusing.Phone));
        Assert.Empty((await Farmer.JsonOf(await refusing.GetAsync("api/me/trainings")))["items"]!.AsArray());
        host.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await Class.AnnounceAsync(host, capacity: 30);
        await tomorrow.SignUpAsync(await Farmer.SignUpAsync(host), Named(unknown));
        await host.RollUpAsync();
        Assert.Equal(4, MessagesTo(host, unknown).Count);
    }

    [Fact]
    public async Task Who_is_erased_leaves_neither_name_nor_phone_in_what_others_signed_up()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var (stranger, victim) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await training.SignUpAsync(stranger, Named(victim.Phone, "訾雨薇"));
        Assert.Equal("訾雨薇", (string)(await Farmer.JsonOf(await victim.GetAsync("api/me/data")))["trainings"]![0]!["name"]!);
        (await victim.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        host.Time.Advance(People.Erasure.SecondLook);
        await host.Get<Privacy.Erasures>().CompleteAsync(host.Time.GetUtcNow());
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, "訾雨薇"));
        var roster = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]!.AsArray();
        Assert.DoesNotContain(roster, entry => (string?)entry!["phone"] == victim.Phone);
        Assert.Equal((1, 0), await training.CountAsync());
    }

    [Fact]
    public async Task However_many_have_signed_her_up_her_own_sign_up_ends_the_last_and_an_erasure_finds_all()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var (stranger, victim) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var announced = (await host.Get<TrainingTable>().FindAsync(training.Id))!;
        var spent = Enumerable.Range(0, 230).Select(number => $"-{number:D4}").ToList(); // before every id that is random
        foreach (var guest in spent)
        {
            await host.Get<EnrolmentTable>().RememberGuestAsync(announced, victim.Id, guest);
            await host.Get<People.PersonTable>()
                .AddGuestAsync(new People.Person(guest, Phone.Parse(victim.Phone), new People.Profile(), host.Time.GetUtcNow()));
        }

        var made = (await training.SignUpAsync(stranger, Named(victim.Phone, "訾雨薇")))["items"]![1]!["enrolment"];
        Assert.Equal("訾雨薇", (string)(await Farmer.JsonOf(await victim.GetAsync("api/me/data")))["trainings"]![0]!["name"]!);
        await training.SignUpAsync(victim);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{training.Path}/enrolments/{made}")).StatusCode);
        Assert.Equal((2, 0), await training.CountAsync());

        (await victim.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        host.Time.Advance(People.Erasure.SecondLook);
        await host.Get<Privacy.Erasures>().CompleteAsync(host.Time.GetUtcNow());
        Assert.DoesNotContain(
            new TableClient(host.ConnectionString, "People").Query<TableEntity>(),
            row => row.PartitionKey == victim.Id || spent.Contains(row.PartitionKey)
        );
    }

    [Fact]
    public async Task Who_signed_her_up_cannot_take_away_the_seat_under_which_she_has_attended()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var (stranger, victim) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var made = (await training.SignUpAsync(stranger, Named(victim.Phone)))["items"]![1]!;
        await training.MarkAsync(1, (string)made["ticket"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.DeleteAsync($"{training.Path}/enrolments/{made["enrolment"]}")).StatusCode);
        Assert.Equal("confirmed", (string)(await Farmer.JsonOf(await victim.GetAsync($"{training.Path}/enrolments/me")))["state"]!);
        Assert.Single((await training.CompleteAsync(new { minHours = 3 }))["items"]!.AsArray());
    }

    [Fact]
    public async Task Preferences_are_kept_and_in_the_export()
    {
        await using var host = await Class.HostAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        Assert.True((bool)(await Farmer.JsonOf(await farmer.GetAsync("api/me/preferences")))["signedUpByOthers"]!);
        await RefuseOthersAsync(farmer);
        await Farmer.JsonOf(await farmer.PutAsync("api/me", new { name = "王小明", village = Class.Village })); // the profile keeps them
        var kept = await Farmer.JsonOf(await farmer.GetAsync("api/me/preferences"));
        Assert.Equal((false, true), ((bool)kept["signedUpByOthers"]!, (bool)kept["messages"]!["trainings"]!));
        Assert.False((bool)(await Farmer.JsonOf(await farmer.GetAsync("api/me/data")))["profile"]!["preferences"]!["signedUpByOthers"]!);
    }

    private static object Named(string phone, string name = "某人") => new { people = new[] { new { phone, name } } };

    private static object Four() =>
        new { people = Enumerable.Range(0, 4).Select(number => new { phone = Farmer.NewPhone(), name = $"村民{number}" }).ToList() };

    private static async Task RefuseOthersAsync(Farmer farmer) =>
        await Farmer.JsonOf(
            await farmer.PutAsync(
                "api/me/preferences",
                new
                {
                    messages = new
                    {
                        trainings = true,
                        contests = true,
                        videos = true,
                        notices = true,
                    },
                    signedUpByOthers = false,
                }
            )
        );

    /// <summary>What an answer looks like, with the length of each text in place of the text.</summary>
    private static string ShapeOf(JsonNode item) =>
        string.Join(
            ' ',
            item.AsObject()
                .Select(field =>
                    field.Key switch
                    {
                        "ticket" => "ticket",
                        "position" => "position",
                        "state" => "state",
                        "enrolment" => $"enrolment {((string)field.Value!).Length}",
                        _ => $"{field.Key} {field.Value}",
                    }
                )
        );

    private static async Task<string> SayAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
            return answer.StatusCode.ToString();
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return $"{problem["code"]} {string.Join(' ', problem["rules"]!.AsArray().Select(rule => (string)rule!["rule"]!).Distinct())}";
    }

    private static List<string> MessagesTo(TestHost host, string phone) =>
        [
            .. new TableClient(host.ConnectionString, "LocalMessages")
                .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
                .Where(row => row.GetString("Code") is null)
                .Select(row => row.GetString("Text")),
        ];

    /// <summary>Invariant 4: what was counted is what the records say.</summary>
    private static async Task RecountsAsync(TestHost host, Class training)
    {
        await host.RollUpAsync();
        var row = await host.Get<Ledger.LedgerTable>()
            .FindAsync(TrainingKeys.CountyOf(training.Id), Ledger.FoldTable.TotalPrefix + TrainingCells.RowOf(training.Id));
        var tally = TrainingTally.Read(row!.GetBinaryData(TrainingCells.TallyColumn));
        var counted = await ActivatorUtilities
            .CreateInstance<TrainingRecount>(host.Services)
            .CountAsync(TrainingKeys.CountyOf(training.Id))
            .ToListAsync();
        int Of(Metric metric) => counted.Where(one => one.Metric == metric).Sum(one => one.Count);
        Assert.Equal((tally.SignUps, tally.Cancellations), (Of(Metric.TrainingSignUps), Of(Metric.TrainingCancellations)));
        var seen = await training.CountAsync();
        Assert.Equal(seen.Confirmed + seen.Waiting, tally.SignUps - tally.Cancellations);
    }
}
