using System.Collections.Concurrent;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Inbox;

/// <summary>Delivers the tellings of the counties in which some were stored.</summary>
public sealed class TellingPublisher(Delivery delivery) : IPublisher
{
    private const int CountiesAtOnce = 4;

    public bool Takes(DirtyMark mark) => mark.Document == TellingStored.Document;

    /// <summary>Each county by itself: one that fails keeps no other from being told.</summary>
    public async Task PublishAsync(IReadOnlyCollection<DirtyMark> marks)
    {
        var failures = new ConcurrentBag<Exception>();
        await Parallel.ForEachAsync(
            marks.Select(mark => RegionCode.Parse(mark.Partition.Key)).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) =>
            {
                try
                {
                    await delivery.RunAsync(county);
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
}
