using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>Prepares the documents of contests: the towns that have changed, then what they lie in, from below upwards.</summary>
public sealed class BoardPublisher(BoardTable boards, TimeProvider time) : IPublisher
{
    private const int AtOnce = 4;
    private static readonly IReadOnlyDictionary<RegionCode, ContestTally> NoVillages = new Dictionary<RegionCode, ContestTally>();

    public bool Takes(DirtyMark mark) => ContestCells.Parse(mark.Document) is not null;

    public async Task PublishAsync(IReadOnlyCollection<DirtyMark> marks)
    {
        var towns = marks.GroupBy(mark => ContestCells.Parse(mark.Document)!.Value, mark => mark.County).ToList();
        await ForEachAsync(towns, town => PublishTownAsync(town.Key.Contest, town.Key.Town, town));
        for (var level = RegionLevel.County; level >= RegionLevel.Province; level--)
        {
            var regions = towns.Select(town => (town.Key.Contest, Region: town.Key.Town.At(level))).Distinct();
            await ForEachAsync(regions, region => PublishRegionAsync(region.Contest, region.Region));
        }
    }

    private Task PublishTownAsync(string contest, RegionCode town, IEnumerable<RegionCode> changedIn) =>
        boards.PublishAsync(
            contest,
            town,
            async present =>
            {
                RegionCode[] sources =
                [
                    .. (present?.Sources ?? []).Union(changedIn).OrderBy(source => source.Value, StringComparer.Ordinal),
                ];
                var villages = new Dictionary<RegionCode, ContestTally>();
                foreach (var source in sources)
                {
                    foreach (var (village, tally) in await boards.ReadTotalsAsync(source, contest, town))
                        Sum(villages, village, tally);
                }

                return new BoardDocument(time.Now(), SumOf(villages.Values), villages, sources);
            }
        );

    private Task PublishRegionAsync(string contest, RegionCode region) =>
        boards.PublishAsync(
            contest,
            region,
            async _ => new BoardDocument(
                time.Now(),
                SumOf((await boards.ReadChildrenAsync(contest, region)).Select(child => child.Tally)),
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

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> publish) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (item, _) => await publish(item));
}
