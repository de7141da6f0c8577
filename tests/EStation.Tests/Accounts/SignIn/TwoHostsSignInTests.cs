using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.People;
using EStation.Testing;

namespace EStation.Accounts.SignIn;

/// <summary>Limits and challenges hold across two host processes that are asked at the same time.</summary>
public sealed class TwoHostsSignInTests(TestStorage storage, ITestOutputHelper output) : IAsyncLifetime
{
    private const int PerPhone = 5;
    private const int PerAddress = 60;
    private const int MostWrong = 5;
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["SignIn:PerPhonePerHour"] = $"{PerPhone}",
        ["SignIn:PerAddressPerMinute"] = $"{PerAddress}",
        ["AzureWebJobs.RollUp.Disabled"] = "true",
    };

    private readonly string account = storage.NewAccount();
    private readonly string data = Directory.CreateTempSubdirectory("hosts-").FullName;
    private HostProcess[] hosts = [];
    private int unavailable;

    public async ValueTask InitializeAsync() =>
        hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => HostProcess.StartAsync(account, data, Settings)));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Limits_hold_strangers_gain_nothing_and_the_victim_and_a_village_sign_in()
    {
        // A stranger asks for somebody's codes at both hosts at once: five, and no more.
        var victim = Farmer.NewPhone();
        var asked = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => InsistAsync(number, victim, "203.0.113.9")));
        var theirs = asked.Where(answer => answer.Status == HttpStatusCode.Accepted).ToList();
        Assert.InRange(theirs.Count, Math.Max(1, PerPhone - unavailable), PerPhone);
        Assert.All(asked.Except(theirs), answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));

        // The victim, from another network, still gets one.
        var mine = await AskAsync(1, victim, "198.51.100.7");
        Assert.Equal(HttpStatusCode.Accepted, mine.Status);

        // The stranger guesses at both hosts at once: five tries of a challenge, then its right code is worth nothing.
        var attacked = (string)theirs[0].Body["challenge"]!;
        var right = CodeOf(victim, attacked);
        var wrong = Enumerable.Range(0, 1000).Select(number => $"{number:D6}").Where(code => code != right).Take(20);
        Assert.All(
            await Task.WhenAll(wrong.Select((code, number) => SolveAsync(number, attacked, code))),
            status => Assert.Equal(HttpStatusCode.Unauthorized, status)
        );
        var use = await Phones().ReadAsync(Phone.Parse(victim));
        Assert.Equal(MostWrong, Assert.Single(use.Challenges).Value.Wrong);
        Assert.Equal(HttpStatusCode.Unauthorized, await SolveAsync(0, attacked, right));

        // The victim's own is neither spent nor cancelled. Of two phones with the same code one is signed in, however often each repeats
        // what it asked.
        var code = CodeOf(victim, (string)mine.Body["challenge"]!);
        var solved = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async number =>
                    (Phone: number / 4, Status: await SolveAsync(number, (string)mine.Body["challenge"]!, code, $"phone {number / 4}"))
                )
        );
        var first = solved.First(one => one.Status == HttpStatusCode.OK).Phone;
        Assert.All(solved, one => Assert.Equal(one.Phone == first ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, one.Status));
        Assert.Single(new TableClient(account, "People").Query<TableEntity>());

        output.WriteLine($"a stranger: {theirs.Count} of {asked.Length} asked, {unavailable} times 503");
        await AssertVillageAsync();
    }

    /// <summary>
    /// Behind one address so many a minute are served by both hosts together; a minute may end meanwhile, then it is twice as many.
    /// </summary>
    private async Task AssertVillageAsync()
    {
        unavailable = 0;
        var minute = DateTimeOffset.UtcNow.Minute;
        var village = await Task.WhenAll(Enumerable.Range(0, 150).Select(number => InsistAsync(number, Farmer.NewPhone(), "192.0.2.1")));
        var served = village.Count(answer => answer.Status == HttpStatusCode.Accepted);
        Assert.Equal(150 - served, village.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
        if (DateTimeOffset.UtcNow.Minute == minute)
            Assert.InRange(served, PerAddress - unavailable, PerAddress);
        else
            Assert.InRange(served, PerAddress - unavailable, 2 * PerAddress);
        Assert.Equal(HttpStatusCode.Accepted, (await InsistAsync(0, Farmer.NewPhone(), "192.0.3.1")).Status);
        output.WriteLine($"a village: {served} of 150, {unavailable} times 503");
    }

    /// <summary>503 promises nothing: it is asked again. What was taken of a limit before is not given back.</summary>
    private async Task<(HttpStatusCode Status, JsonNode Body)> InsistAsync(int host, string phone, string address)
    {
        while (true)
        {
            var answer = await AskAsync(host, phone, address);
            if (answer.Status != HttpStatusCode.ServiceUnavailable)
                return answer;
            Interlocked.Increment(ref unavailable);
        }
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(int host, string phone, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in/codes") { Content = JsonContent.Create(new { phone }) };
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await hosts[host % 2].Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private async Task<HttpStatusCode> SolveAsync(int host, string challenge, string code, string? key = null)
    {
        using var answer = await Farmer.SolveAsync(hosts[host % 2].Http, challenge, code, key);
        return answer.StatusCode;
    }

    private PhoneTable Phones()
    {
        var secrets = new Identity.Secrets(new Identity.SecretsOptions(Convert.FromBase64String(HostProcess.MasterSecret), null));
        return new PhoneTable(
            Crowd.Accounts(account),
            new Identity.PhoneVault(secrets),
            secrets,
            new Microsoft.Extensions.Caching.Memory.MemoryCache(new Microsoft.Extensions.Caching.Memory.MemoryCacheOptions()),
            TimeProvider.System
        );
    }

    private string CodeOf(string phone, string challenge) =>
        new TableClient(account, "LocalMessages")
            .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
            .First(row => row.GetString("Challenge") == challenge)
            .GetString("Code");
}
