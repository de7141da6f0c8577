using System.Globalization;

namespace EStation.Emulator;

public sealed class TakeoverTests : IDisposable
{
    private static readonly Uri Beat = new("beat", UriKind.Relative);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_timers_of_a_killed_host_are_another_ones_once_the_lease_has_lapsed()
    {
        var environment = HostProcess.Prepare(_folder);
        using var first = await new HostProcess(_folder.Path, environment, "--port", "0").ListeningAsync();
        await UntilBeatOfAsync(first, asked: first);
        using var second = await new HostProcess(_folder.Path, environment, "--port", "0").ListeningAsync();
        await UntilBeatOfAsync(first, asked: second);

        await first.KillAsync();
        await UntilBeatOfAsync(second, asked: second);
        Assert.Equal(0, await second.StopAsync());
    }

    private static async Task UntilBeatOfAsync(HostProcess expected, HostProcess asked)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(25));
        while (await asked.Client.GetStringAsync(Beat, patience.Token) != expected.Id.ToString(CultureInfo.InvariantCulture))
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }
}
