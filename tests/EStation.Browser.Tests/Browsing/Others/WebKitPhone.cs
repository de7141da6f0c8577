using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace EStation.Browsing.Others;

/// <summary>WebKit, the engine of Safari and of every browser on iPhones, as the system has it, by WebDriver. It needs a display.</summary>
internal sealed class WebKitPhone : Handset
{
    public const string Driver = "/usr/bin/WebKitWebDriver";
    private const int Patience = 200_000; // ms

    private readonly Process process;
    private readonly HttpClient http;
    private readonly string session;

    private WebKitPhone(Process process, HttpClient http, string session) =>
        (this.process, this.http, this.session) = (process, http, session);

    public static async Task<WebKitPhone> OpenAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Driver, [$"--port={port}"]);
        start.Environment["LANGUAGE"] = "zh_CN";
        var process = Process.Start(start)!;
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Timeout.InfiniteTimeSpan };
        while (!process.HasExited && !await AnswersAsync(http))
            await Task.Yield();
        var binary = Directory.EnumerateFiles("/usr/lib", "MiniBrowser", SearchOption.AllDirectories).First();
        var options = new Dictionary<string, object>
        {
            ["webkitgtk:browserOptions"] = new { binary, args = new[] { "--automation" } },
            ["timeouts"] = new { script = Patience, pageLoad = Patience },
        };
        var made = await PostAsync(http, "session", new { capabilities = new { alwaysMatch = options } });
        var phone = new WebKitPhone(process, http, (string)made!["sessionId"]!);
        await phone.SendAsync("window/rect", new { width = Width, height = Height });
        return phone;
    }

    public override Task GoAsync(Uri address) => SendAsync("url", new { url = address });

    public override Task<JsonNode?> EvaluateAsync(string expression) =>
        SendAsync(
            "execute/async",
            new
            {
                script = $"Promise.resolve({expression}).then(arguments[0], (error) => arguments[0](String(error)))",
                args = Array.Empty<object>(),
            }
        );

    public override async Task PictureAsync(string path)
    {
        var picture = await http.GetFromJsonAsync<JsonNode>($"session/{session}/screenshot");
        await File.WriteAllBytesAsync(path, Convert.FromBase64String((string)picture!["value"]!));
    }

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    protected override Task TapAsync(double x, double y) => ActAsync(InputActions.Tap(x, y));

    protected override Task KeyInAsync(string text) => ActAsync(InputActions.Keys(text));

    private async Task ActAsync(object[] actions) => await SendAsync("actions", new { actions });

    private Task<JsonNode?> SendAsync(string command, object parameters) => PostAsync(http, $"session/{session}/{command}", parameters);

    private static async Task<JsonNode?> PostAsync(HttpClient http, string path, object parameters)
    {
        using var response = await http.PostAsJsonAsync(path, parameters);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return response.IsSuccessStatusCode
            ? answer!["value"]
            : throw new InvalidOperationException($"{path}: {answer!["value"]!["message"]}");
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var status = await http.GetAsync(new Uri("status", UriKind.Relative));
            return status.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
