using Microsoft.Extensions.Time.Testing;

namespace EStation.LocalHost;

/// <summary>A clock that a test moves, and that knows what waits for it: so a test moves it exactly to when something is due.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock guard = new();
    private readonly Dictionary<object, DateTimeOffset> waiting = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new object();
        lock (guard)
        {
            waiting.Add(waiter, GetUtcNow() + dueTime);
            changed.TrySetResult();
        }

        var timer = base.CreateTimer(
            fired =>
            {
                Forget(waiter);
                callback(fired);
            },
            state,
            dueTime,
            period
        );
        return new Watched(timer, () => Forget(waiter));
    }

    /// <summary>Moves to the first time that is waited for; waits until there is one.</summary>
    public async Task AdvanceToNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (guard)
            {
                if (waiting.Count > 0)
                    break;
                this.changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = this.changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }

        Advance(Next() - GetUtcNow());
    }

    private DateTimeOffset Next()
    {
        lock (guard)
            return waiting.Values.Min();
    }

    private void Forget(object waiter)
    {
        lock (guard)
            waiting.Remove(waiter);
    }

    private sealed class Watched(ITimer timer, Action forget) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            forget();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            forget();
            return timer.DisposeAsync();
        }
    }
}
