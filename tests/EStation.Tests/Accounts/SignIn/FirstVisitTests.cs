using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Accounts.SignIn;

/// <summary>What a first visit costs of storage, alone and in a crowd, and what a busy address is asked for.</summary>
public class FirstVisitTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly Dictionary<string, string?> Usual = new()
    {
        ["SignIn:PerPhonePerHour"] = "5",
        ["SignIn:PerAddressPerMinute"] = "60",
    };

    [Fact]
    public async Task Alone_it_costs_nine_table_requests()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        await Farmer.SignUpAsync(host); // what is read once a minute, and a block of messages, are not one visit's
        Assert.Equal((4, 2, 3), await VisitAsync([host, host, host], "198.51.100.7"));
    }

    [Fact]
    public async Task The_first_at_an_instance_pays_four_more_for_a_block_of_messages_and_two_lists_that_are_everybodys()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        Assert.Equal((7, 2, 4), await VisitAsync([host, host, host], "198.51.100.7"));
    }

    [Fact]
    public async Task It_costs_two_more_where_each_request_meets_another_instance()
    {
        await using var one = await TestHost.StartAsync(storage, Usual);
        await using var other = await TestHost.StartAsync(storage, Usual, one.ConnectionString, one.Time.GetUtcNow());
        await Farmer.SignUpAsync(one);
        await Farmer.SignUpAsync(other);
        Assert.Equal((4, 3, 4), await VisitAsync([one, other, one], "198.51.100.7"));
    }

    [Fact]
    public async Task Nobody_of_64_at_once_behind_one_address_waits_or_is_refused()
    {
        await using var host = await TestHost.StartAsync(storage, Usual);
        await Farmer.SignUpAsync(host);
        host.Meter.Reset();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => VisitAsync(host, "192.0.2.1")));
        output.WriteLine($"{host.Meter.All / 64.0} requests each");
        Assert.InRange(host.Meter.All / 64.0, 0, 9);
    }

    [Fact]
    public async Task A_start_on_a_later_day_costs_two_reads_and_a_write()
    {
        await using var host = await TestHost.StartAsync(storage, Usual, now: new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var farmer = await Farmer.SignUpAsync(host);
        await farmer.StartAsync();
        await using var fresh = await TestHost.StartAsync(storage, Usual, host.ConnectionString, host.Time.GetUtcNow().AddDays(1));
        await (await Farmer.SignUpAsync(fresh)).StartAsync(); // the lists of the erased and of contests, read once a minute for all
        fresh.Meter.Reset();
        await farmer.On(fresh).StartAsync();
        Assert.Equal((1, 2), (fresh.Meter.Writes, fresh.Meter.Reads));
    }

    [Fact]
    public async Task A_busy_address_proves_work_and_a_proof_brings_one_code()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>(Usual) { ["SignIn:PerAddressPerMinute"] = "1" }
        );
        host.Time.Advance(TimeSpan.FromSeconds(60 - host.Time.GetUtcNow().Second)); // the limit is of one minute
        await Farmer.JsonOf(await AskAsync(host, Farmer.NewPhone(), "192.0.2.1"));

        var phone = Farmer.NewPhone();
        host.Meter.Reset();
        var first = await ProofAsync(await AskAsync(host, phone, "192.0.2.1"));
        Assert.Equal(0, host.Meter.All); // a flood costs nothing
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = ProofsTests.Solve(first);
        await ProofAsync(await AskAsync(host, Farmer.NewPhone(), "192.0.2.1", answer));
        await ProofAsync(await AskAsync(host, phone, "192.0.2.1", answer with { Answer = answer.Answer + "0" }));
        await Farmer.JsonOf(await AskAsync(host, phone, "192.0.2.1", answer));
        var second = await ProofAsync(await AskAsync(host, phone, "192.0.2.1", answer));
        await Farmer.JsonOf(await AskAsync(host, phone, "192.0.2.1", ProofsTests.Solve(second)));

        var wrong = await AskAsync(host, phone, "192.0.2.1", new ProofAnswer(new string('n', 65), ""));
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(wrong, HttpStatusCode.UnprocessableEntity));
        await Farmer.JsonOf(await AskAsync(host, Farmer.NewPhone(), "192.0.3.1", answer)); // an address that is not busy
    }

    /// <summary>Code, sign-in, profile, each at a host.</summary>
    private static async Task<(int Code, int SignIn, int Profile)> VisitAsync(TestHost[] hosts, string address)
    {
        var phone = Farmer.NewPhone();
        var counts = new List<int>();
        void Count()
        {
            counts.Add(hosts.Distinct().Sum(host => host.Meter.All));
            foreach (var host in hosts)
                host.Meter.Reset();
        }

        Count();
        var asked = await Farmer.JsonOf(await AskAsync(hosts[0], phone, address));
        Count();
        var farmer = await SolveAsync(hosts[1], asked);
        Count();
        (await farmer.On(hosts[2]).PutAsync("api/me", Profile)).EnsureSuccessStatusCode();
        Count();
        return (counts[1], counts[2], counts[3]);
    }

    private static async Task VisitAsync(TestHost host, string address)
    {
        var phone = Farmer.NewPhone();
        var answer = await AskAsync(host, phone, address);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            answer = await AskAsync(host, phone, address, ProofsTests.Solve(await ProofAsync(answer)));
        var farmer = await SolveAsync(host, await Farmer.JsonOf(answer));
        await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile));
    }

    private static object Profile => new { name = "王小明", village = "220102001001" };

    private static async Task<Farmer> SolveAsync(TestHost host, JsonNode asked)
    {
        var challenge = (string)asked["challenge"]!;
        var code = host.Get<Challenges>().Open(challenge)!.Code;
        var signedIn = await Farmer.JsonOf(await Farmer.SolveAsync(host.Http, challenge, code));
        return Farmer.Of(host, ((string)signedIn["person"]!["id"]!, (string)signedIn["token"]!));
    }

    private static async Task<Proof> ProofAsync(HttpResponseMessage answer)
    {
        Assert.Equal("sign-in.proof-needed", await Farmer.RefusalOf(answer, HttpStatusCode.TooManyRequests));
        var proof = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["proof"]!;
        return new Proof((string)proof["nonce"]!, (int)proof["bits"]!);
    }

    private static Task<HttpResponseMessage> AskAsync(TestHost host, string phone, string address, ProofAnswer? proof = null)
    {
        var body = new { phone, proof = proof is null ? null : new { nonce = proof.Nonce, answer = proof.Answer } };
        var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in/codes") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", address);
        return host.Http.SendAsync(request);
    }
}
