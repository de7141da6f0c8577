using System.Net;
using System.Net.Http.Json;
using Azure.Core;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Accounts.SignIn;

/// <summary>Signing in and the profile, over HTTP.</summary>
public class SigningInTests(TestStorage storage)
{
    [Fact]
    public async Task A_village_named_to_one_instance_is_known_to_another_at_once()
    {
        await using var one = await TestHost.StartAsync(storage);
        await using var other = await TestHost.StartAsync(storage, connectionString: one.ConnectionString);
        var phone = Farmer.NewPhone();
        var there = await Farmer.SignInAsync(other, phone);
        await Farmer.JsonOf(await there.GetAsync("api/me"));
        await Farmer.SignUpAsync(one, phone: phone);
        await there.StartAsync();
    }

    [Fact]
    public async Task Signing_in_twice_at_once_makes_one_person_and_loses_no_profile()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var signedIn = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Farmer.SignUpAsync(host, phone: phone))));
        Assert.Single(signedIn.Select(farmer => farmer.Id).Distinct());
        Assert.Equal("220102001001", (string)(await Farmer.JsonOf(await signedIn[0].GetAsync("api/me")))["village"]!);
    }

    [Fact]
    public async Task Five_wrong_codes_kill_their_challenge_and_no_other()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var attacked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        for (var i = 0; i < 6; i++)
            Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, attacked, $"{i}wrong"), HttpStatusCode.Unauthorized));
        await Farmer.SignInAsync(host, phone);
    }

    [Fact]
    public async Task A_right_code_whose_answer_was_lost_is_good_for_the_same_request_a_minute_more()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        var code = CodeOf(host, phone);
        host.Meter.Faults = (request, when) =>
            when == When.AfterSending
            && request.Method == RequestMethod.Put
            && request.Uri.ToUri().AbsolutePath.Contains("/Phones(", StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        Assert.Equal(
            "storage.unavailable",
            await Farmer.RefusalOf(await TryAsync(host, asked, code, "mine"), HttpStatusCode.ServiceUnavailable)
        );
        host.Meter.Faults = (_, _) => Fault.None;

        host.Time.Advance(TimeSpan.FromSeconds(59));
        var signedIn = await Farmer.JsonOf(await TryAsync(host, asked, code, "mine"));
        Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, asked, "wrong", "mine"), HttpStatusCode.Unauthorized));
        Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, asked, code, "another's"), HttpStatusCode.Unauthorized));
        var again = await Farmer.JsonOf(await TryAsync(host, asked, code, "mine"));
        Assert.Equal((string)signedIn["person"]!["id"]!, (string)again["person"]!["id"]!);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, asked, code, "mine"), HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_code_is_spent_by_its_first_use()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        await Farmer.JsonOf(await TryAsync(host, asked, CodeOf(host, phone)));
        Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, asked, CodeOf(host, phone)), HttpStatusCode.Unauthorized));
        var refused = await TryAsync(host, asked, CodeOf(host, phone), new string('k', 256));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task A_code_that_is_repeated_after_an_erasure_makes_nobody_new()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        var code = CodeOf(host, phone);
        var signedIn = await Farmer.JsonOf(await TryAsync(host, asked, code, "mine"));
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await Farmer.Of(host, ((string)signedIn["person"]!["id"]!, (string)signedIn["token"]!)).DeleteAsync("api/me")).StatusCode
        );
        Assert.Equal("code.invalid", await Farmer.RefusalOf(await TryAsync(host, asked, code, "mine"), HttpStatusCode.Unauthorized));
        Assert.Empty(new TableClient(host.ConnectionString, "People").Query<TableEntity>());
    }

    [Theory]
    [InlineData("/Phones")]
    [InlineData("/People")]
    public async Task A_right_code_is_not_spent_before_everything_else_is_done(string path)
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        host.Meter.Faults = (request, when) =>
            when == When.BeforeSending
            && request.Method != RequestMethod.Get
            && request.Uri.ToUri().AbsolutePath.Contains(path, StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        Assert.Equal(
            "storage.unavailable",
            await Farmer.RefusalOf(await TryAsync(host, asked, CodeOf(host, phone)), HttpStatusCode.ServiceUnavailable)
        );
        host.Meter.Faults = (_, _) => Fault.None;
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await Farmer.JsonOf(await TryAsync(host, asked, CodeOf(host, phone)));
    }

    [Fact]
    public async Task The_same_request_twice_at_once_signs_the_same_person_in_twice()
    {
        await using var host = await TestHost.StartAsync(storage);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        var code = CodeOf(host, phone);
        var signedIn = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => await Farmer.JsonOf(await TryAsync(host, asked, code, "mine")))
        );
        Assert.Single(signedIn.Select(answer => (string)answer["person"]!["id"]!).Distinct());
    }

    [Fact]
    public async Task Codes_are_limited_per_phone_whichever_instance_is_asked()
    {
        var settings = new Dictionary<string, string?> { ["SignIn:PerPhonePerHour"] = "3" };
        await using var one = await TestHost.StartAsync(storage, settings);
        await using var other = await TestHost.StartAsync(storage, settings, one.ConnectionString, one.Time.GetUtcNow());
        var phone = Farmer.NewPhone();
        foreach (var host in new[] { one, other, one })
            await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        var refused = await other.Http.PostAsJsonAsync("api/sign-in/codes", new { phone });
        Assert.Equal("too-often", await Farmer.RefusalOf(refused, HttpStatusCode.TooManyRequests));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        one.Time.Advance(TimeSpan.FromHours(1));
        await Farmer.JsonOf(await one.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
    }

    [Fact]
    public async Task Whoever_signs_in_between_two_rotations_of_the_secret_stays_the_same_person()
    {
        var secrets = Enumerable
            .Range(1, 3)
            .Select(number => Convert.ToBase64String(Enumerable.Repeat((byte)number, 32).ToArray()))
            .ToArray();
        var phone = Farmer.NewPhone();
        var ids = new List<string>();
        string? connection = null;
        foreach (var (master, previous) in new[] { (secrets[0], null), (secrets[1], secrets[0]), (secrets[2], secrets[1]) })
        {
            var settings = new Dictionary<string, string?> { ["Secrets:Master"] = master, ["Secrets:Previous"] = previous };
            await using var host = await TestHost.StartAsync(storage, settings, connection);
            connection = host.ConnectionString;
            ids.Add((await Farmer.SignUpAsync(host, phone: phone)).Id);
        }

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Whoever_does_not_come_back_between_two_rotations_stays_the_same_person_too()
    {
        var phone = Farmer.NewPhone();
        var first = await HostAsync(1, null, null);
        var farmer = await Farmer.SignUpAsync(first, phone: phone);
        var administrator = await Farmer.SignInAsync(first, "13900000001");
        foreach (var given in new[] { administrator.Phone, phone })
            (
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = given,
                        role = "official",
                        region = "22",
                    }
                )
            ).EnsureSuccessStatusCode();
        (await administrator.PutAsync("api/villages/220102001001/publicist", new { name = "王小明", phone })).EnsureSuccessStatusCode();
        await first.DisposeAsync();

        await using (var second = await HostAsync(2, 1, first.ConnectionString))
        {
            await RenewAsync(second);
            var phones = new TableClient(second.ConnectionString, "Phones");
            Assert.Equal(2, phones.Query<TableEntity>().Count()); // one way to each, and none by the old secret
            var before = phones.Query<TableEntity>().Select(row => row.ETag).ToList();
            await RenewAsync(second);
            Assert.Equal(before, phones.Query<TableEntity>().Select(row => row.ETag));
        }

        await using var third = await HostAsync(3, 2, first.ConnectionString);
        var back = await Farmer.SignInAsync(third, phone);
        Assert.Equal(farmer.Id, back.Id);
        Assert.Equal("official", (string)(await Farmer.JsonOf(await back.GetAsync("api/me")))["roles"]![0]!["role"]!);
        Assert.Single((await Farmer.JsonOf(await back.GetAsync("api/me/data")))["publicist"]!.AsArray());
    }

    private Task<TestHost> HostAsync(byte master, byte? previous, string? connection)
    {
        static string? Secret(byte? number) => number is { } one ? Convert.ToBase64String([.. Enumerable.Repeat(one, 32)]) : null;
        return TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>
            {
                ["Administrators"] = "13900000001",
                ["Secrets:Master"] = Secret(master),
                ["Secrets:Previous"] = Secret(previous),
            },
            connection
        );
    }

    private static Task RenewAsync(TestHost host) =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<RenewPhones>(host.Services).Run(new());

    [Fact]
    public async Task An_administrator_is_known_by_the_setting()
    {
        await using var host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = "13900000099" });
        var administrator = await Farmer.JsonOf(await (await Farmer.SignInAsync(host, "13900000099")).GetAsync("api/me"));
        Assert.Equal("administrator", (string)administrator["roles"]![0]!["role"]!);
        var farmer = await Farmer.JsonOf(await (await Farmer.SignUpAsync(host)).GetAsync("api/me"));
        Assert.Empty(farmer["roles"]!.AsArray());
    }

    private static string CodeOf(TestHost host, string phone) =>
        new TableClient(host.ConnectionString, "LocalMessages")
            .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
            .Single()
            .GetString("Code");

    private static Task<HttpResponseMessage> TryAsync(
        TestHost host,
        System.Text.Json.Nodes.JsonNode asked,
        string code,
        string? key = null
    ) => Farmer.SolveAsync(host.Http, (string)asked["challenge"]!, code, key);
}
