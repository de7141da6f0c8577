using System.Net;
using System.Net.Http.Json;
using EStation.Testing;

namespace EStation.Accounts.SignIn;

/// <summary>Codes cannot be used up, guessed or cancelled by strangers, and a village behind one address can sign in.</summary>
public class SignInLimitsTests(TestStorage storage)
{
    private static readonly Dictionary<string, string?> Usual = new()
    {
        ["SignIn:PerPhonePerHour"] = "5",
        ["SignIn:PerAddressPerMinute"] = "60",
    };

    private int unavailable;

    [Fact]
    public async Task A_stranger_uses_up_a_strangers_codes_and_not_the_victims()
    {
        await using var one = await TestHost.StartAsync(storage, Usual);
        await using var other = await TestHost.StartAsync(storage, Usual, one.ConnectionString, one.Time.GetUtcNow());
        var phone = Farmer.NewPhone();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(i % 2 == 0 ? one : other, phone, "203.0.113.9")).StatusCode);
        Assert.Equal("too-often", await Farmer.RefusalOf(await AskAsync(other, phone, "203.0.113.77"), HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(one, phone, "198.51.100.7")).StatusCode);
    }

    [Fact]
    public async Task Strangers_from_many_networks_meet_a_ceiling_that_a_known_network_is_not_under()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await AskAsync(host, phone, "198.51.100.7"));
        await Farmer.JsonOf(await SolveAsync(host, phone, (string)asked["challenge"]!, "198.51.100.7"));

        var granted = 0;
        for (var i = 0; i < 30; i++)
            granted += (await AskAsync(host, phone, $"203.0.{i}.1")).StatusCode == HttpStatusCode.Accepted ? 1 : 0;
        Assert.Equal(19, granted); // 20 an hour, one of them the victim's own before its network was known
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, phone, "198.51.100.200")).StatusCode);
    }

    [Fact]
    public async Task Strangers_who_guess_and_ask_do_not_cancel_the_victims_code()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        var phone = Farmer.NewPhone();
        var mine = (string)(await Farmer.JsonOf(await AskAsync(host, phone, "198.51.100.7")))["challenge"]!;
        for (var i = 0; i < 3; i++)
        {
            var theirs = (string)(await Farmer.JsonOf(await AskAsync(host, phone, "203.0.113.9")))["challenge"]!;
            for (var guess = 0; guess < 6; guess++)
                Assert.Equal(
                    HttpStatusCode.Unauthorized,
                    (await host.Http.PostAsJsonAsync("api/sign-in", new { challenge = theirs, code = $"x{guess}" })).StatusCode
                );
            Assert.Equal(HttpStatusCode.Unauthorized, (await SolveAsync(host, phone, theirs, "203.0.113.9")).StatusCode); // five wrong ones kill it
        }

        await Farmer.JsonOf(await SolveAsync(host, phone, mine, "198.51.100.7"));
    }

    [Fact]
    public async Task A_village_behind_one_address_signs_in()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        for (var minute = 0; minute < 2; minute++)
        {
            unavailable = 0;
            var asked = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => AskAsync(host, Farmer.NewPhone(), "192.0.2.1")));
            // What a request took of a limit before it failed is not given back.
            Assert.InRange(asked.Count(answer => answer.StatusCode == HttpStatusCode.Accepted), 60 - unavailable, 60);
            var more = await AskAsync(host, Farmer.NewPhone(), "192.0.2.1");
            Assert.Equal("sign-in.proof-needed", await Farmer.RefusalOf(more, HttpStatusCode.TooManyRequests));
            Assert.Equal(TimeSpan.FromSeconds(1), more.Headers.RetryAfter!.Delta);
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, Farmer.NewPhone(), "192.0.2.2")).StatusCode);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task The_days_budget_of_messages_holds_half_of_it_is_for_the_known_and_what_is_over_is_tidied_away()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>(Usual) { ["SignIn:MessagesPerDay"] = "7" }
        );
        var known = Farmer.NewPhone();
        await Farmer.JsonOf(
            await SolveAsync(
                host,
                known,
                (string)(await Farmer.JsonOf(await AskAsync(host, known, "198.51.100.7")))["challenge"]!,
                "198.51.100.7"
            )
        );
        for (var i = 0; i < 4; i++) // the code that was solved is no stranger's any more
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, Farmer.NewPhone(), $"192.0.{i}.1")).StatusCode);
        Assert.Equal(
            "too-often",
            await Farmer.RefusalOf(await AskAsync(host, Farmer.NewPhone(), "192.0.9.1"), HttpStatusCode.TooManyRequests)
        );
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, known, "198.51.100.9")).StatusCode);
        Assert.Equal("too-often", await Farmer.RefusalOf(await AskAsync(host, known, "198.51.100.9"), HttpStatusCode.TooManyRequests));

        host.Time.Advance(TimeSpan.FromDays(2));
        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<TidySignIn>(host.Services).Run(new());
        Assert.Empty(new Azure.Data.Tables.TableClient(host.ConnectionString, "SignIn").Query<Azure.Data.Tables.TableEntity>());
        Assert.Single(new Azure.Data.Tables.TableClient(host.ConnectionString, "Phones").Query<Azure.Data.Tables.TableEntity>());
        Assert.Single(new Azure.Data.Tables.TableClient(host.ConnectionString, "People").Query<Azure.Data.Tables.TableEntity>());
    }

    [Fact]
    public async Task A_place_whose_day_is_used_up_does_not_tell_which_phones_are_known_elsewhere()
    {
        var settings = new Dictionary<string, string?>(Usual) { ["SignIn:PerAddressPerMinute"] = "1" };
        await using var host = await TestHost.StartAsync(storage, settings);
        var registered = await RegisterAsync(host, "198.51.100.7");
        HttpResponseMessage answer;
        do answer = await AskWithProofAsync(host, Farmer.NewPhone(), "203.0.113.9");
        while (answer.StatusCode == HttpStatusCode.Accepted);
        host.Time.Advance(TimeSpan.FromMinutes(1)); // the minute's limit is over, the day's stays
        var told = new List<string>();
        foreach (var phone in new[] { Farmer.NewPhone(), registered })
        {
            var refused = await AskWithProofAsync(host, phone, "203.0.113.9");
            told.Add($"{await Farmer.RefusalOf(refused, HttpStatusCode.TooManyRequests)} {refused.Headers.RetryAfter}");
        }

        Assert.Single(told.Distinct());
        Assert.StartsWith("too-often", told[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, registered, "198.51.100.200")).StatusCode);
    }

    [Fact]
    public async Task Phones_that_are_known_elsewhere_do_not_use_up_the_last_quarter_of_the_day()
    {
        var settings = new Dictionary<string, string?>(Usual) { ["SignIn:MessagesPerDay"] = "40" };
        await using var host = await TestHost.StartAsync(storage, settings);
        var registered = new List<string>();
        for (var at = 0; at < 20; at++)
            registered.Add(await RegisterAsync(host, $"198.51.{at}.7"));
        host.Time.Advance(TimeSpan.FromDays(1));
        var granted = 0;
        foreach (var phone in Enumerable.Range(0, 30).Select(_ => Farmer.NewPhone()).Concat(registered))
            granted += (await AskAsync(host, phone, $"203.0.{granted}.9")).StatusCode == HttpStatusCode.Accepted ? 1 : 0;
        Assert.Equal(30, granted);
        for (var at = 0; at < 10; at++)
            Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(host, registered[at], $"198.51.{at}.200")).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_network_is_one(string one, string other, bool same) =>
        Assert.Equal(same, ClientNetwork.Of(one) == ClientNetwork.Of(other));

    private async Task<string> RegisterAsync(TestHost host, string address)
    {
        var phone = Farmer.NewPhone();
        var asked = await Farmer.JsonOf(await AskAsync(host, phone, address));
        await Farmer.JsonOf(await SolveAsync(host, phone, (string)asked["challenge"]!, address));
        return phone;
    }

    /// <summary>Asks, and proves work where that is asked for.</summary>
    private async Task<HttpResponseMessage> AskWithProofAsync(TestHost host, string phone, string address)
    {
        var answer = await AskAsync(host, phone, address);
        if (System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["proof"] is not { } asked)
            return answer;
        var proof = ProofsTests.Solve(new Proof((string)asked["nonce"]!, (int)asked["bits"]!));
        return await SendAsync(
            host,
            "api/sign-in/codes",
            new { phone, proof = new { nonce = proof.Nonce, answer = proof.Answer } },
            address
        );
    }

    /// <summary>Asks again where storage was too slow to count, as phones do.</summary>
    private async Task<HttpResponseMessage> AskAsync(TestHost host, string phone, string address)
    {
        while (true)
        {
            var answer = await SendAsync(host, "api/sign-in/codes", new { phone }, address);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                return answer;
            Interlocked.Increment(ref unavailable);
        }
    }

    private static Task<HttpResponseMessage> SolveAsync(TestHost host, string phone, string challenge, string address)
    {
        var messages = new Azure.Data.Tables.TableClient(host.ConnectionString, "LocalMessages");
        var code = messages
            .Query<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == "+86" + phone)
            .First(row => row.GetString("Challenge") == challenge)
            .GetString("Code");
        return SendAsync(host, "api/sign-in", new { challenge, code }, address);
    }

    private static Task<HttpResponseMessage> SendAsync(TestHost host, string path, object body, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", address);
        return host.Http.SendAsync(request);
    }
}
