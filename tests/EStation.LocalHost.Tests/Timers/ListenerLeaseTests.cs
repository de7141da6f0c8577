using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging.Abstractions;

namespace EStation.LocalHost;

public sealed class ListenerLeaseTests(SharedAzurite azurite)
{
    private readonly TimerStage stage = new(azurite);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_hosts_one_fires_and_when_it_stops_the_other_takes_over()
    {
        var (one, two) = (new Ticks(), new Ticks());
        var first = await stage.StartAsync(typeof(Minutely), one);
        await stage.NextAsync(one);
        await using var second = await stage.StartAsync(typeof(Minutely), two);
        await stage.NextAsync(one);
        await stage.NextAsync(one);
        Assert.False(two.Fired.Reader.TryRead(out _));

        await first.DisposeAsync();
        await stage.NextAsync(two);
        Assert.False(one.Fired.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Who_loses_the_lease_is_told_within_half_its_time_and_whoever_has_it_then_keeps_it()
    {
        var name = $"{stage.HostId}/lost";
        await using var lease = (await TakeAsync(name))!;
        Assert.Null(await TakeAsync(name));
        await stage
            .Container.GetBlobClient($"locks/{name}")
            .GetBlobLeaseClient()
            .BreakAsync(TimeSpan.Zero, cancellationToken: Cancellation);
        await using var other = await TakeAsync(name);
        Assert.NotNull(other);

        var lost = new TaskCompletionSource();
        lease.Lost.Register(lost.SetResult);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(12), Cancellation);
        Assert.False(other.Lost.IsCancellationRequested);
        Assert.Null(await TakeAsync(name));
    }

    [Fact]
    public async Task A_lease_that_is_given_back_can_be_had_at_once()
    {
        var name = $"{stage.HostId}/back";
        await (await TakeAsync(name))!.DisposeAsync();
        await using var again = await TakeAsync(name);

        Assert.NotNull(again);
    }

    private Task<ListenerLease?> TakeAsync(string name) =>
        ListenerLease.TryTakeAsync(
            stage.Container,
            name,
            new LeaseTiming(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1)),
            NullLogger.Instance,
            Cancellation
        );
}
