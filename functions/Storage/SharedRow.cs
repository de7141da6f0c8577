using System.Diagnostics.CodeAnalysis;
using Azure;

namespace EStation.Storage;

/// <summary>A row with many concurrent decisions. Decisions during a write are applied in order and share the next write. The row is cached
/// with its ETag, so a decision costs one write and holds for all instances.</summary>
/// <param name="save">Writes a state over the row with this ETag; null after an ETag conflict.</param>
/// <param name="guess">The state for a first attempt without a read; null when the row has to be read.</param>
/// <param name="trust">The age up to which a decision without a change may use the cached row.</param>
public sealed class SharedRow<T>(
    Func<Task<(T State, ETag? Read)>> load,
    Func<T, ETag?, Task<ETag?>> save,
    TimeProvider time,
    T? guess = null,
    TimeSpan trust = default
)
    where T : class
{
    private const int MostTries = 20;

    /// <summary>A write starts at this number of deferred changes.</summary>
    private const int MostDeferred = 32;

    private const int LongestBacklog = 1_000;

    /// <summary>A request that waits longer gets 503. It uses the machine's clock, as storage does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private readonly List<Func<T, T>> deferred = [];
    private List<IDecision> waiting = [];
    private bool deciding;
    private T? next = guess;
    private Memory? memory;

    private interface IDecision
    {
        T Decide(T before);

        void Answer();

        void Fail(Exception failure);
    }

    public T? Remembered => memory?.State;

    public async Task<T> SeeAsync() => memory is { } known ? known.State : await DecideAsync(state => (state, state));

    /// <param name="decide">May run more than once; the same object as result means no change.</param>
    /// <exception cref="UnavailableException">The outcome of the write is unknown.</exception>
    public async Task<TAnswer> DecideAsync<TAnswer>(Func<T, (T After, TAnswer Answer)> decide)
    {
        var decision = new Decision<TAnswer>(decide);
        Enqueue(decision);
        try
        {
            return await decision.Task.WaitAsync(Patience);
        }
        catch (TimeoutException timeout)
        {
            throw new UnavailableException("A row was not written in time.", timeout);
        }
    }

    /// <summary>Applies a change with a later write; a crash loses it.</summary>
    public void Defer(Func<T, T> change)
    {
        lock (gate)
        {
            if (deferred.Count < LongestBacklog)
                deferred.Add(change);
            if (deferred.Count < MostDeferred)
                return;
        }

        Enqueue(new Decision<bool>(state => (state, true)));
    }

    private void Enqueue(IDecision decision)
    {
        lock (gate)
        {
            waiting.Add(decision);
            if (deciding)
                return;
            deciding = true;
        }

        _ = DecideAllAsync();
    }

    private async Task DecideAllAsync()
    {
        while (TryTake(out var group))
        {
            try
            {
                await DecideAsync(group);
                group.ForEach(decision => decision.Answer());
            }
            catch (Exception failure)
            {
                memory = null;
                group.ForEach(decision => decision.Fail(failure));
            }
        }
    }

    private bool TryTake([NotNullWhen(true)] out List<IDecision>? group)
    {
        lock (gate)
        {
            group = waiting.Count > 0 ? waiting : null;
            waiting = [];
            deciding = group is not null;
            return deciding;
        }
    }

    private async Task DecideAsync(List<IDecision> group)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var fresh = memory is null && next is null;
            var before = memory ??= await LoadAsync();
            var along = Deferred();
            var after = group.Aggregate(along.Aggregate(before.State, (state, change) => change(state)), (state, one) => one.Decide(state));
            if (ReferenceEquals(after, before.State))
            {
                if (fresh || time.GetElapsedTime(before.Since) < trust)
                    return;
                memory = null;
                continue;
            }

            if (await save(after, before.Read) is { } written)
            {
                memory = new Memory(after, written, time.GetTimestamp());
                Drop(along);
                return;
            }

            memory = null;
            await Task.Delay(Random.Shared.Next(1, 10 * (tries + 1))); // jitter separates instances after a conflict
        }

        throw new UnavailableException("A row is too busy.");
    }

    private async Task<Memory> LoadAsync()
    {
        if (next is { } unread)
        {
            next = null;
            return new Memory(unread, null, time.GetTimestamp() - time.TimestampFrequency * 60);
        }

        var (state, read) = await load();
        return new Memory(state, read, time.GetTimestamp());
    }

    private List<Func<T, T>> Deferred()
    {
        lock (gate)
            return [.. deferred];
    }

    private void Drop(List<Func<T, T>> written)
    {
        lock (gate)
            deferred.RemoveRange(0, written.Count);
    }

    private sealed record Memory(T State, ETag? Read, long Since);

    private sealed class Decision<TAnswer>(Func<T, (T After, TAnswer Answer)> decide) : IDecision
    {
        private readonly TaskCompletionSource<TAnswer> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TAnswer? answer;

        public Task<TAnswer> Task => source.Task;

        public T Decide(T before)
        {
            (var after, answer) = decide(before);
            return after;
        }

        public void Answer() => source.TrySetResult(answer!);

        public void Fail(Exception failure) => source.TrySetException(failure);
    }
}
