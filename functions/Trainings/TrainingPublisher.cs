using System.Collections.Concurrent;
using EStation.Ledger;
using EStation.Trainings.Notices;

namespace EStation.Trainings;

/// <summary>After something happened to trainings: lists them as they are now, and tells people what is kept for them.</summary>
public sealed class TrainingPublisher(TrainingTable trainings, TrainingLists lists, SeatNotices notices)
    : Publisher<string>(TrainingCells.Kind)
{
    /// <summary>Each training by itself: one that fails keeps no other from being listed and told of.</summary>
    protected override async Task PublishAsync(IReadOnlyList<Change<string>> changes)
    {
        var failures = new ConcurrentBag<Exception>();
        await ForEachAsync(
            changes,
            async change =>
            {
                try
                {
                    await PublishAsync(change.Key);
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

    /// <summary>
    /// Puts the lists right. What is listed is compared with what is stored by then, and listed again where it differs: so an older state
    /// does not stay on top of a newer one. A rush that outlasts it leaves its own marks.
    /// </summary>
    public async Task ListAsync(string id)
    {
        const int MostTimes = 10;
        (int, int, int)? listed = null;
        for (var times = 0; times < MostTimes && await trainings.ReadAsync(id) is var (training, seats); times++)
        {
            var state = (training.Version, seats.Given, seats.Active);
            if (listed == state)
                return;
            await lists.PublishAsync(training, seats);
            listed = state;
        }
    }

    private async Task PublishAsync(string id)
    {
        await ListAsync(id);
        if (await trainings.ReadAsync(id) is var (training, seats))
            await notices.SendAsync(training, seats);
    }
}
