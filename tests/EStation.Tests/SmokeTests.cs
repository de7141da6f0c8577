using System.Diagnostics;
using EStation.Testing;

namespace EStation;

/// <summary>The scripts that workflows run after a deployment, and now and then.</summary>
public sealed class SmokeTests(TestStorage storage)
{
    [Fact]
    public async Task A_host_passes_every_check_but_that_no_local_host_may_be_published()
    {
        await using var host = await TestHost.StartAsync(storage);
        var (exit, said) = await RunAsync(host.Http.BaseAddress!);
        Assert.NotEqual(0, exit);
        Assert.Equal("smoke: the local host's routes are in what was published", said.Trim());
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_noticed()
    {
        var (exit, said) = await RunAsync(new Uri("http://127.0.0.1:9"));
        Assert.NotEqual(0, exit);
        Assert.Contains("smoke: no good health in time", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_finds_a_site_that_answers_and_one_that_does_not()
    {
        await using var host = await TestHost.StartAsync(storage);
        Assert.Equal((0, ""), await RunAsync(host.Http.BaseAddress!, "probe"));
        var (exit, said) = await RunAsync(new Uri("http://127.0.0.1:9"), "probe");
        Assert.Equal(1, exit);
        Assert.Contains("probe: http://127.0.0.1:9/api/health answers", said, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> RunAsync(Uri address, string script = "smoke")
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(SourceTree.Root, "scripts", script), address.ToString().TrimEnd('/')])
        {
            RedirectStandardError = true,
        };
        start.Environment["SMOKE_TRIES"] = "2";
        start.Environment["SMOKE_PAUSE"] = "0";
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
