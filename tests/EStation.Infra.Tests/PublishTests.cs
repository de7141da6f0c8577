using System.Diagnostics;
using EStation.Infra.Templates;

namespace EStation.Infra;

public sealed class PublishTests
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

    /// <summary>What says nothing about whether it is whole, and takes the longest: compiling ahead, and looking at the code again.</summary>
    private static readonly string[] Quickly = ["-p:PublishReadyToRun=false", "-p:RunAnalyzers=false"];

    [Fact]
    public async Task Publishing_makes_a_whole_app_or_says_in_one_line_why_it_cannot_and_leaves_the_local_build_alone()
    {
        var assets = Path.Combine(Repository.Root, "artifacts", "obj", "local", "EStation.Functions", "project.assets.json");
        var before = (File.GetLastWriteTimeUtc(assets), await File.ReadAllTextAsync(assets, TestContext.Current.CancellationToken));
        var folder = Directory.CreateTempSubdirectory("estation-publish-");
        var (exit, said) = await DotnetAsync([
            "publish",
            Path.Combine(Repository.Root, "functions"),
            "-c",
            "Release",
            "-o",
            folder.FullName,
            .. Quickly,
        ]);
        if (exit == 0)
        {
            Assert.All(Needed, file => Assert.True(Path.Exists(Path.Combine(folder.FullName, file)), $"{file} was not published"));
            Assert.False(Path.Exists(Path.Combine(folder.FullName, "local.settings.json")));
            Assert.False(Path.Exists(Path.Combine(folder.FullName, "EStation.Emulator.dll")));
        }
        else
        {
            var errors = said.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
            Assert.Contains("ESTATION1", Assert.Single(errors), StringComparison.Ordinal);
            Assert.Contains("Microsoft.Azure.Functions.Worker", errors[0], StringComparison.Ordinal);
        }

        Assert.Equal(
            before,
            (File.GetLastWriteTimeUtc(assets), await File.ReadAllTextAsync(assets, TestContext.Current.CancellationToken))
        );
        folder.Delete(recursive: true);
    }

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
}
