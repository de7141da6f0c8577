using System.Collections.Concurrent;
using EStation.Ledger;

namespace EStation.Trainings;

/// <summary>After something happened to trainings: lists them as they are now.</summary>
public sealed class TrainingPublisher(TrainingTable trainings, TrainingLists lists) : Publisher<string>(TrainingCells.Kind)
{
    /// <summary>Each training by itself: one that fails keeps no other from being listed.</summary>
    protected override async Task PublishAsync(IReadOnlyList<Change<string>> changes)
    {
        var failures = new ConcurrentBag<Exception>();
        await ForEachAsync(
            changes,
            async change =>
            {
                try
                {
                    await ListAsync(change.Key);
                }
                catch (Exception failure)
                {
                    failures.Add(failure);
                }
            }
        );
        if (!failures.IsEmpty)
            throw new AggregateException(failures);
    }

    /// <summary>Compares the lists with the stored training after writing, and writes again if it has changed: so no older state stays. A
    /// longer rush leaves its own marks.</summary>
    public async Task ListAsync(string id)
    {
        const int MostTimes = 10;
        (int, int, int, int)? listed = null;
        for (var times = 0; times < MostTimes && await trainings.ReadAsync(id) is var (training, seats); times++)
        {
            var state = (training.Version, seats.Given, seats.Active.Count, seats.Confirmed);
            if (listed == state)
                return;
            await lists.PublishAsync(training, seats);
            listed = state;
        }
    }
}
