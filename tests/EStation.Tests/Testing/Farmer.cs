using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace EStation.Testing;

/// <summary>Somebody with a phone, who does everything through the public interface.</summary>
internal sealed class Farmer
{
    public const string Contest = "jilin-science-literacy";
    private static int phones = 10_000_000;

    private readonly HttpClient http;

    private Farmer(HttpClient http, string phone, string token, string id) => (this.http, Phone, Token, Id) = (http, phone, token, id);

    public string Phone { get; }

    public string Token { get; }

    public string Id { get; }

    public static string NewPhone() => "138" + Interlocked.Increment(ref phones).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Signs in by the code that was sent, and names a village.</summary>
    public static async Task<Farmer> SignUpAsync(
        TestHost host,
        string village = "220102001001",
        string name = "王小明",
        string? phone = null
    )
    {
        var farmer = await SignInAsync(host, phone ?? NewPhone());
        (
            await farmer.PutAsync(
                "api/me",
                new
                {
                    name,
                    village,
                    gender = "2",
                    birthYear = 1980,
                    ethnicGroup = "01",
                    leftBehind = false,
                    language = "zh",
                }
            )
        ).EnsureSuccessStatusCode();
        return farmer;
    }

    public static async Task<Farmer> SignInAsync(TestHost host, string phone)
    {
        var asked = await JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        var messages = new TableClient(host.ConnectionString, "LocalMessages");
        var challenge = (string)asked["challenge"]!;
        var code = messages
            .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
            .First(row => row.GetString("Challenge") == challenge)
            .GetString("Code");
        var signedIn = await JsonOf(await SolveAsync(host.Http, challenge, code));
        return new Farmer(host.Http, phone, (string)signedIn["token"]!, (string)signedIn["person"]!["id"]!);
    }

    /// <param name="key">What a repetition of the same request has too.</param>
    public static Task<HttpResponseMessage> SolveAsync(HttpClient line, string challenge, string code, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/sign-in") { Content = JsonContent.Create(new { challenge, code }) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return line.SendAsync(request);
    }

    /// <summary>One of a crowd, with a phone in hand.</summary>
    public static Farmer Of(TestHost host, (string Id, string Token) person) => new(host.Http, "", person.Token, person.Id);

    public static Farmer By(HttpClient line, (string Id, string Token) person) => new(line, "", person.Token, person.Id);

    /// <summary>The same person at another host of the same storage.</summary>
    public Farmer On(TestHost other) => By(other.Http);

    /// <summary>The same person by another line.</summary>
    public Farmer By(HttpClient line) => new(line, Phone, Token, Id);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body ?? new { });

    public Task<HttpResponseMessage> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public async Task<JsonNode> StartAsync(string contest = Contest) => await JsonOf(await PostAsync($"api/contests/{contest}/attempts"));

    public Task<HttpResponseMessage> SubmitAsync(JsonNode paper, object answers, string contest = Contest) =>
        PutAsync($"api/contests/{contest}/attempts/{paper["attempt"]}", new { answers });

    /// <summary>The same option of every question: as good as any guess.</summary>
    public static Dictionary<string, string[]> Guess(JsonNode paper, int option = 0) =>
        paper["questions"]!
            .AsArray()
            .ToDictionary(
                question => (string)question!["id"]!,
                question => new[] { (string)question!["options"]![Math.Min(option, question["options"]!.AsArray().Count - 1)]!["id"]! }
            );

    /// <summary>The body, after checking that the answer was a success.</summary>
    public static async Task<JsonNode> JsonOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The code of a refusal, after checking its status and that it is a problem document.</summary>
    public static async Task<string> RefusalOf(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        return (string)problem["code"]!;
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return http.SendAsync(request);
    }
}
