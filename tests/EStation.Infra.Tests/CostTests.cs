using System.Diagnostics;
using EStation.Infra.Templates;

namespace EStation.Infra;

public sealed class CostTests
{
    [Fact]
    public async Task The_document_shows_what_the_script_reckons()
    {
        var document = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "scale.md"),
            TestContext.Current.CancellationToken
        );
        var shown = document.Split("```text cost\n")[1].Split("```")[0];
        var (exit, said) = await RunAsync();
        Assert.Equal(0, exit);
        Assert.Equal(shown.Trim(), said.Trim());
    }

    [Fact]
    public void Each_timer_is_counted_as_a_function_group()
    {
        var model = File.ReadAllText(Path.Combine(Repository.Root, "scripts", "cost.json"));
        Assert.Contains($"\"functionGroups\": {Rules.AppRules.Timers + 1},", model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_and_assumptions_can_be_changed_and_a_wrong_name_is_refused()
    {
        var (exit, dearer) = await RunAsync("messageToPhone=0.012");
        Assert.Equal(0, exit);
        Assert.Contains("2,400.00 USD", dearer, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("messagesToPhone=0.012")).Exit);
    }

    private static async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Repository.Root, "scripts", "cost.mjs"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
