using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost;

/// <summary>What the timer functions of a test tell it, and what it makes them do.</summary>
internal sealed class Ticks
{
    private int inside;

    public Channel<TimerInfo> Fired { get; } = Channel.CreateUnbounded<TimerInfo>();

    /// <summary>Runs after the first line of a run; by default nothing.</summary>
    public Func<CancellationToken, Task> Inside { get; set; } = _ => Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public async Task RunAsync(TimerInfo timer, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref inside));
        await Fired.Writer.WriteAsync(timer, CancellationToken.None);
        try
        {
            await Inside(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}

internal sealed class Minutely(Ticks ticks)
{
    [Function("Minutely")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context.CancellationToken);
}

internal sealed class Often(Ticks ticks)
{
    [Function("Often")]
    public Task Run([TimerTrigger("*/5 * * * * *")] TimerInfo timer, CancellationToken cancellation) => ticks.RunAsync(timer, cancellation);
}

internal sealed class AtStart(Ticks ticks)
{
    [Function("AtStart")]
    public Task Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        ticks.RunAsync(timer, cancellation);
}

internal sealed class BySetting(Ticks ticks)
{
    [Function("BySetting")]
    public Task Run([TimerTrigger("%TickSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        ticks.RunAsync(timer, cancellation);
}
