using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Identity;
using EStation.People;
using EStation.Privacy;
using EStation.Regions;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Benchmarks;

/// <summary>Farmers with a token and a village, made without signing in: only what they do in the contest is measured.</summary>
internal sealed class Crowd(Stage stage, string connectionString, HttpClient http)
{
    private const string Contest = "jilin-science-literacy";

    /// <summary>People of so many counties, in turn.</summary>
    public async Task<IReadOnlyList<string>> GatherAsync(int people, int counties)
    {
        var divisions = new Divisions();
        var villages = divisions.Counties.Take(counties)
            .Select(county => divisions.Find(county)!.Children.SelectMany(town => town.Children).Select(village => village.Code).ToArray()).ToArray();
        var accounts = Stage.Accounts(connectionString);
        var table = new PersonTable(accounts, new PhoneVault(stage.Secrets), new ErasureTable(accounts, TimeProvider.System), new MemoryCache(new MemoryCacheOptions()));
        var tokens = new Tokens(stage.Secrets, TimeProvider.System);
        var made = new string[people];
        await Load.RunAsync(32, [.. Enumerable.Range(0, people)], async number =>
        {
            var person = await table.FindOrMakeAsync(Phone.Parse($"139{number:D8}"), DateTimeOffset.UtcNow);
            var ofCounty = villages[number % counties];
            var profile = new Profile("王小明", ofCounty[number / counties % ofCounty.Length], Gender.Female, 1970, "01");
            await table.ChangeAsync(person.Id, stored => stored.With(profile) with { Registered = true });
            made[number] = tokens.Issue(person.Id).Value;
        });
        return made;
    }

    /// <summary>Starts an attempt; what is left to do is one request.</summary>
    public async Task<(string Path, byte[] Body, string Token)> StartAsync(string token)
    {
        using var request = Request(HttpMethod.Post, $"api/contests/{Contest}/attempts", token, "{}"u8.ToArray());
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var paper = JsonNode.Parse(await response.Content.ReadAsStreamAsync())!;
        var answers = string.Join(',', paper["questions"]!.AsArray().Select(question => $"\"{question!["id"]}\":[\"1\"]"));
        return ($"api/contests/{Contest}/attempts/{paper["attempt"]}", Encoding.UTF8.GetBytes($"{{\"answers\":{{{answers}}}}}"), token);
    }

    public async Task SubmitAsync((string Path, byte[] Body, string Token) attempt)
    {
        using var request = Request(HttpMethod.Put, attempt.Path, attempt.Token, attempt.Body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token, byte[] body)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new HttpRequestMessage(method, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }
}
