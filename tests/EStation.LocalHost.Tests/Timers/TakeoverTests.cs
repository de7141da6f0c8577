namespace EStation.LocalHost;

public sealed class TakeoverTests : IDisposable
{
    private static readonly Uri Beat = new("beat", UriKind.Relative);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_timers_of_a_killed_host_are_another_ones_once_the_lease_has_lapsed()
    {
        var environment = HostProcess.Prepare(folder);
        using var first = await StartAsync("first", environment);
        await UntilBeatOfAsync("first", asked: first);
        using var second = await StartAsync("second", environment);
        await UntilBeatOfAsync("first", asked: second);

        await first.KillAsync();
        await UntilBeatOfAsync("second", asked: second);
        Assert.Equal(0, await second.StopAsync());
    }

    private Task<HostProcess> StartAsync(string name, Dictionary<string, string?> environment)
    {
        environment["HostName"] = name;
        return new HostProcess(folder.Path, environment, "--port", "0").ListeningAsync();
    }

    private static async Task UntilBeatOfAsync(string expected, HostProcess asked)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (await asked.Client.GetStringAsync(Beat, patience.Token) != expected)
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }
}
