using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;

namespace EStation.Conformance;

/// <summary>
/// The host under test: at <c>ESTATION_URL</c>, with its master key in <c>ESTATION_KEY</c>, where EStation.Conformance.App is deployed;
/// else a local host of that app, started as a process on a storage of its own.
/// </summary>
public sealed partial class TestedHost : IAsyncLifetime
{
    private const string HostId = "conformance";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("estation-conformance-");
    private Process? process;
    private string key = "";

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Whether the host was started here, on a storage in which a timer had been missed.</summary>
    public bool HadMissedATimer { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ESTATION_URL") is { Length: > 0 } url)
        {
            key = Environment.GetEnvironmentVariable("ESTATION_KEY") is { Length: > 0 } given
                ? given
                : throw new InvalidOperationException("ESTATION_URL is set, and ESTATION_KEY (the host's master key) is not.");
            Http = new HttpClient { BaseAddress = new Uri(url) };
            return;
        }

        var (blob, table) = (FreePort(), FreePort());
        // A first start, to have a storage; then a yearly timer's status says that it was due, as after a time away.
        await StartAsync(blob, table);
        await MissYearlyAsync(blob);
        await StopAsync();
        await StartAsync(blob, table);
        HadMissedATimer = true;
        key = (string)
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(data.FullName, "secrets", "host.json")))!["masterKey"]!["value"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        data.Delete(recursive: true);
    }

    public HttpRequestMessage WithKey(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("x-functions-key", key);
        return request;
    }

    public string KeyInQuery(string path) => $"{path}?code={Uri.EscapeDataString(key)}";

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) =>
        Http.SendAsync(new HttpRequestMessage(method, path), TestContext.Current.CancellationToken);

    /// <summary>Each function's binding, as the admin API tells.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode>> FunctionsAsync()
    {
        var answer = await Http.SendAsync(WithKey(HttpMethod.Get, "admin/functions"), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var functions = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        return functions.ToDictionary(
            function => (string)function!["name"]!,
            function =>
                function!["config"]!["bindings"]!
                    .AsArray()
                    .Single(binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))!
        );
    }

    private async Task StartAsync(int blob, int table)
    {
        // The app's own build, beside that of these tests.
        var folder = AppContext.BaseDirectory.Replace("EStation.Conformance.Tests", "EStation.Conformance.App", StringComparison.Ordinal);
        var host = folder.Replace("EStation.Conformance.App", "EStation.LocalHost", StringComparison.Ordinal);
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(host, "EStation.LocalHost.dll"), Path.Combine(folder, "EStation.Conformance.App.dll"), "--port", "0"]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["AzureFunctionsWebHost__hostid"] = HostId;
        start.Environment["AzureWebJobsStorage"] = Connection(blob, table);
        start.Environment["Local__DataPath"] = data.FullName;
        start.Environment["MinutelySchedule"] = "0 * * * * *";
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            Http = new HttpClient { BaseAddress = new Uri(match.Groups["address"].Value) };
            _ = process.StandardOutput.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException(
            $"The local host did not start; see its errors above. Run it by hand: dotnet run --project tests/EStation.Conformance.App"
        );
    }

    private async Task StopAsync()
    {
        if (process is null)
            return;
        using (var terminate = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]))
            await terminate.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    // The form and the place are the real host's.
    private static async Task MissYearlyAsync(int blob)
    {
        var container = new BlobContainerClient(
            Connection(blob, blob),
            "azure-webjobs-hosts",
            new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)
        );
        await container.CreateIfNotExistsAsync();
        var turn = new DateTimeOffset(
            DateTimeOffset.Now.Year,
            1,
            1,
            0,
            0,
            0,
            TimeZoneInfo.Local.GetUtcOffset(new DateTime(DateTimeOffset.Now.Year, 1, 1))
        );
        var status = JsonSerializer.Serialize(
            new
            {
                Last = turn.AddYears(-1),
                Next = turn,
                LastUpdated = turn.AddYears(-1),
            }
        );
        await container
            .GetBlobClient($"timers/{HostId}/Host.Functions.Yearly/status")
            .UploadAsync(BinaryData.FromString(status), overwrite: true);
    }

    private static string Connection(int blob, int table) =>
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1";

    private static int FreePort()
    {
        using var socket = new TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();
}
