using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Boards;

public sealed class BoardPublisher(BoardTable boards, TimeProvider time) : Publisher<(string Contest, RegionCode Town)>(ContestCells.Kind)
{
    private static readonly IReadOnlyDictionary<RegionCode, ContestTally> NoVillages = new Dictionary<RegionCode, ContestTally>();

    protected override async Task PublishAsync(IReadOnlyList<Change<(string Contest, RegionCode Town)>> changes)
    {
        await ForEachAsync(changes, change => PublishTownAsync(change.Key.Contest, change.Key.Town, change.ChangedIn));
        await ClimbAsync<(string Contest, RegionCode Region)>(
            changes.Select(change => change.Key),
            key => key.Region.Parent is { } parent ? (key.Contest, parent) : null,
            key => PublishRegionAsync(key.Contest, key.Region)
        );
    }

    private Task PublishTownAsync(string contest, RegionCode town, IEnumerable<Partition> changedIn) =>
        boards.PublishAsync(
            contest,
            town,
            async present =>
            {
                var sources = Sources.Of(present?.Sources, changedIn);
                var villages = new Dictionary<RegionCode, ContestTally>();
                foreach (var source in sources)
                {
                    foreach (var (village, tally) in await boards.ReadTotalsAsync(source, contest, town))
                        Sum(villages, village, tally);
                }

                foreach (var village in villages.Keys)
                    villages[village] = villages[village].Shown();
                return new BoardDocument(time.Now(), SumOf(villages.Values).Shown(), villages, sources);
            }
        );

    private Task PublishRegionAsync(string contest, RegionCode region) =>
        boards.PublishAsync(
            contest,
            region,
            async _ => new BoardDocument(
                time.Now(),
                SumOf((await boards.ReadChildrenAsync(contest, region)).Select(child => child.Tally)).Shown(),
                NoVillages,
                []
            )
        );

    private static void Sum(Dictionary<RegionCode, ContestTally> villages, RegionCode village, ContestTally tally)
    {
        if (!villages.TryAdd(village, tally))
            villages[village].Merge(tally);
    }

    private static ContestTally SumOf(IEnumerable<ContestTally> parts)
    {
        var sum = new ContestTally();
        foreach (var part in parts)
            sum.Merge(part);
        return sum;
    }
}
