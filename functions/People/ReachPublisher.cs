using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.People;

/// <summary>Prepares the counts of residents: of towns from the ledgers' totals, then of the regions above them.</summary>
public sealed class ReachPublisher(ReachTable reach) : Publisher<RegionCode>(ReachCells.Kind)
{
    private static readonly IReadOnlyDictionary<RegionCode, ReachTally> NoVillages = new Dictionary<RegionCode, ReachTally>();

    protected override async Task PublishAsync(IReadOnlyList<Change<RegionCode>> changes)
    {
        await ForEachAsync(changes, PublishTownAsync);
        await ClimbAsync(changes.Select(change => change.Key), region => region.Parent, PublishRegionAsync);
    }

    private Task PublishTownAsync(Change<RegionCode> change) =>
        reach.PublishAsync(
            change.Key,
            async present =>
            {
                var sources = Sources.Of(present?.Sources, change.ChangedIn);
                var villages = new Dictionary<RegionCode, ReachTally>();
                foreach (var source in sources)
                {
                    foreach (var (village, tally) in await reach.ReadTotalsAsync(source, change.Key))
                    {
                        if (!villages.TryAdd(village, tally))
                            villages[village].Merge(tally);
                    }
                }

                return new ReachDocument(SumOf(villages.Values), villages, sources);
            }
        );

    private Task PublishRegionAsync(RegionCode region) =>
        reach.PublishAsync(
            region,
            async _ =>
            {
                var children = await reach.ReadChildrenAsync(region);
                var sources = Sources.Of(children.SelectMany(child => child.Sources), []);
                return new ReachDocument(SumOf(children.Select(child => child.Tally)), NoVillages, sources);
            }
        );

    private static ReachTally SumOf(IEnumerable<ReachTally> parts)
    {
        var sum = ReachTally.Read(null);
        foreach (var part in parts)
            sum.Merge(part);
        return sum;
    }
}
