#pragma warning disable CA5350, CA5351 // the attack tries weak hashes, and storage asks for MD5
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EStation.Contests;
using EStation.Http;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Identity;

/// <summary>No id that leaves the server leads to a person, or joins two deeds of one.</summary>
public partial class PublicIdsTests(TestStorage storage)
{
    /// <summary>One's own account names one to oneself, and the audit names people to administrators: that is what it is for.</summary>
    private static readonly string[] NamingRoutes = ["GetMe", "GetMyData", "GetAudit"];

    [Fact]
    public async Task What_others_see_of_somebody_who_does_everything_twice_neither_names_nor_joins()
    {
        await using var host = await TestHost.StartAsync(storage, Stage.Settings);
        var official = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host, Class.Village);
        var second = await OwnContests.PublishAsync(host);
        var deeds = new List<(string Kind, string First, string Second)>();

        string[] trainings = [await AnnounceAsync(host, official, 1), await AnnounceAsync(host, official, 2)];
        var signedUp = await Task.WhenAll(trainings.Select(id => JsonOf(farmer.PostAsync($"api/trainings/{id}/enrolments"))));
        deeds.Add(Both("enrolment", signedUp, "enrolment"));
        deeds.Add(("ticket", PersonIn(signedUp[0]["ticket"]!), PersonIn(signedUp[1]["ticket"]!)));
        host.Time.Advance(TimeSpan.FromDays(5));
        var done = await Task.WhenAll(
            trainings.Select(
                (id, at) =>
                    JsonOf(
                        official.PostAsync(
                            $"api/trainings/{id}/complete",
                            new { enrolments = new[] { (string)signedUp[at]["enrolment"]! } }
                        )
                    )
            )
        );
        deeds.Add(Both("completed", [.. done.Select(one => one["items"]![0]!)], "enrolment"));
        deeds.Add(Both("certificate", [.. done.Select(one => one["items"]![0]!)], "certificate"));

        var papers = new[] { await farmer.StartAsync(), await farmer.StartAsync(second) };
        deeds.Add(("attempt", PersonIn(papers[0]["attempt"]!), PersonIn(papers[1]["attempt"]!)));
        var results = new[]
        {
            await JsonOf(farmer.SubmitAsync(papers[0], Farmer.Guess(papers[0]))),
            await JsonOf(farmer.SubmitAsync(papers[1], Farmer.Guess(papers[1]), second)),
        };
        deeds.Add(Both("receipt", results, "receipt"));
        string[] videos = [await farmer.SubmitVideoAsync("one"), await farmer.SubmitVideoAsync("two")];
        foreach (var video in videos)
            await JsonOf(official.DecideAsync(video, "publish"));
        deeds.Add(("video", videos[0], videos[1]));
        await host.RollUpAsync();

        Assert.All(deeds, deed => Assert.True(Shared(deed.First, deed.Second) is null, $"{deed}: {Shared(deed.First, deed.Second)}"));
        string[] ids = [.. trainings, .. videos, Farmer.Contest, second, (string)signedUp[0]["enrolment"]!];
        var seen = await SeenByOthersAsync(host, official, ids);
        seen.AddRange(signedUp.Concat(done).Concat(papers).Concat(results).Select(answer => ("own", answer.ToJsonString())));
        TestContext.Current.TestOutputHelper!.WriteLine($"{seen.Count} answers searched");
        foreach (var person in new[] { farmer, official })
        {
            var hints = HintsOf(person.Id, [.. trainings, Farmer.Contest, second]);
            Assert.All(
                seen,
                answer =>
                    Assert.False(
                        Opened(answer.Text).Any(text => hints.Any(hint => text.Contains(hint, StringComparison.OrdinalIgnoreCase))),
                        $"{answer.Route} tells of {person.Id}: {answer.Text}"
                    )
            );
        }
    }

    private static async Task<List<(string Route, string Text)>> SeenByOthersAsync(TestHost host, Farmer official, string[] ids)
    {
        var seen = new List<(string, string)>();
        var stranger = await Farmer.SignUpAsync(host);
        foreach (var route in DiscoveredRoute.All.Where(route => route.Method == "GET" && !NamingRoutes.Contains(route.Function)))
        {
            foreach (var id in route.Template.Contains('{', StringComparison.Ordinal) ? ids : ["none"])
            {
                var path = Parameter().Replace(route.Template, name => name.Value is "{region}" or "{code}" ? Class.Village[..6] : id);
                foreach (var caller in new[] { official, stranger })
                    seen.Add((path, await (await caller.GetAsync($"/{path}?region=22&limit=1&lang=zh")).Content.ReadAsStringAsync()));
            }
        }

        return seen;
    }

    private static async Task<string> AnnounceAsync(TestHost host, Farmer official, int number) =>
        (string)(await JsonOf(official.PostAsync("api/trainings", Class.Form(host, capacity: 5 + number))))["id"]!;

    private static async Task<JsonNode> JsonOf(Task<HttpResponseMessage> answer) => await Farmer.JsonOf(await answer);

    private static (string, string, string) Both(string kind, JsonNode[] answers, string field) =>
        (kind, (string)answers[0][field]!, (string)answers[1][field]!);

    private static string PersonIn(JsonNode ticket) =>
        (string)JsonNode.Parse(Base64UrlEncoder.Decode(((string)ticket!).Split('.')[1]))!["p"]!;

    /// <summary>What two ids have in common beyond chance and beyond the county that they begin with: six letters in a row.</summary>
    private static string? Shared(string one, string other)
    {
        const int Length = 6;
        one = one.Replace(Class.Village[..6], "", StringComparison.Ordinal);
        return Enumerable
            .Range(0, Math.Max(0, one.Length - Length))
            .Select(at => one.Substring(at, Length))
            .FirstOrDefault(part => other.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>The id itself, and beginnings of what can be made of it without a secret.</summary>
    private static List<string> HintsOf(string person, string[] things)
    {
        var made = things
            .SelectMany(thing => new[] { $"{thing}|{person}", $"{person}|{thing}", thing + person, person + thing })
            .Append(person);
        return
        [
            person,
            .. made.Select(text => SHA256.HashData(Encoding.UTF8.GetBytes(text)))
                .SelectMany(hash => new[] { Convert.ToHexStringLower(hash)[..10], Base64UrlEncoder.Encode(hash)[..10] }),
        ];
    }

    /// <summary>The text, and what its longer words say in base64: cursors, tickets.</summary>
    private static IEnumerable<string> Opened(string text) =>
        Word()
            .Matches(text)
            .Select(word => Base64UrlEncoder.DecodeBytes(word.Value[..(word.Length / 4 * 4)]))
            .Select(Encoding.UTF8.GetString)
            .Prepend(text);

    [GeneratedRegex("[A-Za-z0-9_-]{20,}")]
    private static partial Regex Word();

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameter();
}
