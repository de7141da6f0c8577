using System.Net;
using EStation.Accounts;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Contests.Attempts;

/// <summary>After a rotation the secret before goes one day, and with it the papers that it drew.</summary>
public class PapersThatAreGoneTests(TestStorage storage)
{
    private static readonly string[] Secrets =
    [
        .. Enumerable.Range(1, 2).Select(number => Convert.ToBase64String([.. Enumerable.Repeat((byte)number, 32)])),
    ];

    [Fact]
    public async Task What_an_attempt_came_to_is_known_for_ever()
    {
        var (connection, phone, before, handedIn) = await RotatedAsync(submits: true);
        await using var host = await HostAsync(Secrets[1], null, connection);
        var farmer = await Farmer.SignInAsync(host, phone);
        var ticket = (string)
            (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts")))["items"]![0]!["attempt"]!;

        var seen = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts/{ticket}"));
        Assert.Equal("submitted", (string)seen["state"]!);
        Assert.Empty(seen["paper"]!["questions"]!.AsArray());
        Assert.Empty(seen["result"]!["review"]!.AsArray());
        foreach (var known in new[] { "ranked", "score", "outOf", "passed", "elapsedMs", "submittedAt", "points", "drawChances" })
            Assert.Equal(handedIn!["result"]![known]!.ToJsonString(), seen["result"]![known]!.ToJsonString());

        Assert.Equal(
            "attempt.paper-gone",
            await Farmer.RefusalOf(
                await farmer.PutAsync($"api/contests/{Farmer.Contest}/attempts/{ticket}", new { answers = Farmer.Guess(before) }),
                HttpStatusCode.Conflict
            )
        );
    }

    [Fact]
    public async Task An_attempt_that_is_open_is_refused_by_name_and_nothing_is_stored()
    {
        var (connection, phone, _, _) = await RotatedAsync(submits: false);
        await using var host = await HostAsync(Secrets[1], null, connection);
        var farmer = await Farmer.SignInAsync(host, phone);
        Assert.Equal(
            "attempt.paper-gone",
            await Farmer.RefusalOf(await farmer.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict)
        );
        var attempt = (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts")))["items"]![0]!;
        Assert.Equal(
            "attempt.paper-gone",
            await Farmer.RefusalOf(
                await farmer.PutAsync($"api/contests/{Farmer.Contest}/attempts/{attempt["attempt"]}", new { answers = new { } }),
                HttpStatusCode.Conflict
            )
        );
        Assert.Equal(
            "open",
            (string)(await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts/{attempt["attempt"]}")))["state"]!
        );
    }

    /// <summary>An attempt under the first secret, and then the second, which has made everything its own.</summary>
    private async Task<(
        string Connection,
        string Phone,
        System.Text.Json.Nodes.JsonNode Paper,
        System.Text.Json.Nodes.JsonNode? Seen
    )> RotatedAsync(bool submits)
    {
        await using var first = await HostAsync(Secrets[0], null, null);
        var farmer = await Farmer.SignUpAsync(first);
        var paper = await farmer.StartAsync();
        if (submits)
            await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        var seen = submits
            ? await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts/{paper["attempt"]}"))
            : null;
        await using var second = await HostAsync(Secrets[1], Secrets[0], first.ConnectionString);
        await ActivatorUtilities.CreateInstance<RenewPhones>(second.Services).Run(new());
        return (first.ConnectionString, farmer.Phone, paper, seen);
    }

    private Task<TestHost> HostAsync(string master, string? previous, string? connection) =>
        TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Secrets:Master"] = master, ["Secrets:Previous"] = previous },
            connection
        );
}
