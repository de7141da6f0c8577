using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>All timers of the app. A timer with a wrong schedule is in error and never runs; the others do.</summary>
internal sealed class TimerHost(
    FunctionCatalog functions,
    DisabledFunctions disabled,
    Invocations invocations,
    TimerStorage? storage,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    private readonly Dictionary<Function, TimerFunction> timers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Lock guard = new();
    private Task running = Task.CompletedTask;

    public void Start(IConfiguration settings)
    {
        foreach (var function in functions.All.Where(function => function.Timer is not null))
        {
            if (Schedule(function, settings) is { } schedule)
                timers.Add(function, Timer(function, schedule));
        }

        foreach (var (_, timer) in timers.Where(timer => !disabled.Contains(timer.Key)))
            Track(timer.ListenAsync(stop.Token));
    }

    /// <returns>False when this is no timer, or one in error.</returns>
    public bool TryRunNow(Function function)
    {
        if (!timers.TryGetValue(function, out var timer))
            return false;
        Track(Task.Run(() => timer.RunNowAsync(stop.Token)));
        return true;
    }

    /// <summary>Stops all timers; running ones have <paramref name="patience"/> to end.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        await stop.CancelAsync();
        try
        {
            await Running().WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            if (!Running().IsCompleted)
                logger.LogWarning("A timer did not end within {Patience}; the host stops without it.", patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        foreach (var timer in timers.Values)
            timer.Dispose();
        stop.Dispose();
    }

    private TimerSchedule? Schedule(Function function, IConfiguration settings)
    {
        try
        {
            return TimerSchedule.Parse(SettingNames.Expand(function.Timer!.Schedule, settings));
        }
        catch (ArgumentException wrong)
        {
            logger.LogError("Function {Function} is in error and will not run: {Reason}", function.Name, wrong.Message);
            return null;
        }
    }

    private TimerFunction Timer(Function function, TimerSchedule schedule)
    {
        var run = new TimerRun(function, invocations, logger);
        return new TimerFunction(function, schedule, run, storage!, time, logger);
    }

    private void Track(Task task)
    {
        lock (guard)
            running = Task.WhenAll(running, task);
    }

    private Task Running()
    {
        lock (guard)
            return running;
    }
}
