using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;
using EStation.LocalHost;
using EStation.LocalHost.Worker;

namespace EStation.Infra;

public sealed partial class PublishTests
{
    private static readonly string[] Needed =
    [
        "host.json",
        "functions.metadata",
        "worker.config.json",
        "extensions.json",
        ".azurefunctions",
        "EStation.Functions.dll",
        "site/index.html",
    ];

    /// <summary>Leaves out what takes longest and changes nothing in what is published: compiling ahead, and analysing the code again.</summary>
    private static readonly string[] Quickly = ["-p:PublishReadyToRun=false", "-p:RunAnalyzers=false"];

    [Fact]
    public async Task The_published_app_is_whole_and_starts_from_the_documented_settings_alone()
    {
        var folder = Directory.CreateTempSubdirectory("estation-publish-");
        var app = Path.Combine(folder.FullName, "app");
        var project = Path.Combine(Repository.Root, "functions");
        var (exit, said) = await DotnetAsync(["publish", project, "-c", "Release", "-o", app, .. Quickly]);
        Assert.True(exit == 0, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
        Assert.All(Needed, file => Assert.True(Path.Exists(Path.Combine(app, file)), $"{file} was not published"));
        Assert.All(
            ["local.settings.json", "seeds", "EStation.LocalHost.dll", "Yarp.ReverseProxy.dll", "Grpc.AspNetCore.Server.dll"],
            file => Assert.False(Path.Exists(Path.Combine(app, file)), $"{file} is published")
        );

        await using (var azurite = await Azurite.StartAsync(new AzuriteSetup { InMemory = true }, TestContext.Current.CancellationToken))
        {
            await using var host = await FunctionsHost.StartAsync(
                new HostSetup
                {
                    Worker = new ChildWorker(Path.Combine(app, "EStation.Functions.dll")),
                    ContentRoot = app,
                    CommandLine = CommandLine.Parse("--port", "0"),
                    Settings = new Dictionary<string, string?>(Documented(azurite.ConnectionString()))
                    {
                        [DataFolder.Setting] = Path.Combine(folder.FullName, "data"),
                    },
                },
                TestContext.Current.CancellationToken
            );
            using var http = new HttpClient { BaseAddress = host.Address };
            Assert.Equal(
                "ok",
                (string?)(await http.GetFromJsonAsync<JsonNode>("api/health", TestContext.Current.CancellationToken))!["status"]
            );
            await host.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The settings that docs/operations.md names as enough for a published app.</summary>
    private static Dictionary<string, string?> Documented(string connectionString)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var block = Block().Match(page).Groups[1].Value;
        return block
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), pair => (string?)ValueOf(pair, connectionString));
    }

    private static string ValueOf(string[] pair, string connectionString) =>
        pair[0] switch
        {
            "AzureWebJobsStorage" => connectionString,
            "Secrets__Master" => Convert.ToBase64String(new byte[32]),
            _ => pair[1],
        };

    private static async Task<(int Exit, string Said)> DotnetAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What this test's own build or runner was told must not reach that one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex("```sh settings\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
