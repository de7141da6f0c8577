using System.Net;

namespace EStation.LocalHost;

/// <summary>Hosts as processes, stopped and killed, on one storage.</summary>
public sealed class HostLifeTests : IDisposable
{
    private static readonly Uri Row = new("rows/5", UriKind.Relative);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restart_after_a_kill_loses_nothing()
    {
        var environment = HostProcess.Prepare(folder);
        using var first = await new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();
        (await first.Client.PutAsync(Row, null, Cancellation)).EnsureSuccessStatusCode();
        await first.KillAsync();

        using var second = await new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync(Row, Cancellation)).StatusCode);
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task Of_two_hosts_the_one_that_stays_keeps_its_storage_however_the_other_goes()
    {
        var environment = HostProcess.Prepare(folder);
        var starting = Enumerable.Range(0, 3).Select(_ => new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync());
        var hosts = await Task.WhenAll(starting);
        (await hosts[0].Client.PutAsync(Row, null, Cancellation)).EnsureSuccessStatusCode();

        await hosts[0].KillAsync();
        Assert.Equal(HttpStatusCode.OK, (await hosts[2].Client.GetAsync(Row, Cancellation)).StatusCode);
        Assert.Equal(0, await hosts[1].StopAsync());
        Assert.Equal(HttpStatusCode.OK, (await hosts[2].Client.GetAsync(Row, Cancellation)).StatusCode);
        Assert.Equal(0, await hosts[2].StopAsync());
        foreach (var host in hosts)
            host.Dispose();
    }

    [Fact]
    public async Task A_stop_lets_a_request_end_that_is_under_way()
    {
        var environment = HostProcess.Prepare(folder);
        environment["ReleaseFile"] = folder.File("release");
        using var host = await new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();
        using var response = await host.Client.GetAsync(
            new Uri("until-released", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );

        var stopping = host.StopAsync();
        await File.WriteAllTextAsync(folder.File("release"), "", Cancellation);
        Assert.Equal(0, await stopping);
        Assert.Equal("begun and ended with storage", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_setting_of_the_environment_reaches_a_function()
    {
        var environment = HostProcess.Prepare(folder);
        environment["Section__Key"] = "value";
        using var host = await new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();

        Assert.Equal("value", await host.Client.GetStringAsync(new Uri("settings/Section:Key", UriKind.Relative), Cancellation));
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task A_worker_ends_with_its_killed_host()
    {
        var environment = HostProcess.Prepare(folder);
        using var host = await new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();
        var worker = int.Parse(
            await host.Client.GetStringAsync(new Uri("process", UriKind.Relative), Cancellation),
            System.Globalization.CultureInfo.InvariantCulture
        );
        using var process = System.Diagnostics.Process.GetProcessById(worker);
        await host.KillAsync();

        await process.WaitForExitAsync(Cancellation);
    }

    [Fact]
    public async Task A_worker_that_crashes_while_it_starts_is_started_again()
    {
        using var host = await CrashingHost("xx").ListeningAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri("process", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task A_worker_that_keeps_crashing_ends_the_start()
    {
        using var host = CrashingHost("xxxx");
        var (code, errors) = await host.EndAsync();

        Assert.Equal(1, code);
        Assert.EndsWith("before it was ready.", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("x", await File.ReadAllTextAsync(folder.File("crashes"), Cancellation));
    }

    /// <param name="crashes">A letter for each start of the worker that crashes.</param>
    private HostProcess CrashingHost(string crashes)
    {
        File.WriteAllText(folder.File("crashes"), crashes);
        var environment = HostProcess.Prepare(folder);
        environment["CrashesFile"] = folder.File("crashes");
        return new HostProcess(folder.Path, environment, "--port", "0");
    }
}
