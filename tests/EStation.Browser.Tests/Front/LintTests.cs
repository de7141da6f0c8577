using System.Diagnostics;
using EStation.Testing;

namespace EStation.Front;

/// <summary>The front's linter (web/biome.jsonc): the build does not wait for it.</summary>
public class LintTests
{
    [Fact]
    public async Task Finds_nothing()
    {
        var web = Path.Combine(SourceTree.Root, "web");
        await LocalHost.NpmInstallation.EnsureAsync(Path.Combine(web, "lint"), "the linter of web/", TestContext.Current.CancellationToken);
        using var biome = Process.Start(
            new ProcessStartInfo("node", "lint/node_modules/@biomejs/biome/bin/biome lint --error-on-warnings")
            {
                WorkingDirectory = web,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = biome.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await biome.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await biome.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(biome.ExitCode == 0, output + await errors);
    }
}
