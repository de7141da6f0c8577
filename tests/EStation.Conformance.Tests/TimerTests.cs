using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace EStation.Conformance;

public class TimerTests(TestedHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_timer_runs_now_when_it_is_told_to()
    {
        var since = DateTimeOffset.UtcNow;
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.Http.PostAsJsonAsync("admin/functions/Minutely", new { }, TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Accepted,
            (
                await host.Http.SendAsync(
                    host.WithKey(HttpMethod.Post, "admin/functions/Minutely", new { }),
                    TestContext.Current.CancellationToken
                )
            ).StatusCode
        );
        var tick = await FirstAsync("Minutely", since);
        Assert.False(tick.IsPastDue);
    }

    [Fact]
    public async Task More_often_than_once_a_minute_a_timer_has_no_status()
    {
        var tick = await FirstAsync("Often", DateTimeOffset.UtcNow);
        Assert.False(tick.HasStatus);
        Assert.False(tick.IsPastDue);
    }

    [Fact]
    public async Task A_timer_that_was_missed_runs_once_and_knows_it()
    {
        if (!host.HadMissedATimer)
            Assert.Skip("A timer can be made to be missed only before the host starts; this one, at ESTATION_URL, was running.");
        var ticks = await ReadAsync("Yearly", DateTimeOffset.UnixEpoch, atLeast: 1);
        var tick = Assert.Single(ticks);
        Assert.True(tick.IsPastDue);
        Assert.True(tick.HasStatus);
        Assert.Equal(DateTime.Now.Year, tick.Next!.Value.Year);
        Assert.Equal(DateTime.Now.Year - 1, tick.Last!.Value.Year);
    }

    private async Task<Tick> FirstAsync(string timer, DateTimeOffset since) => (await ReadAsync(timer, since, atLeast: 1))[0];

    private async Task<IReadOnlyList<Tick>> ReadAsync(string timer, DateTimeOffset since, int atLeast)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var ticks = await host.Http.GetFromJsonAsync<List<Tick>>(
                $"ticks/{timer}?since={Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture))}",
                patience.Token
            );
            if (ticks!.Count >= atLeast)
                return ticks;
            await Task.Delay(100, patience.Token);
        }
    }
}
