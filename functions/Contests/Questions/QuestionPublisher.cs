using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Questions;

public sealed class QuestionPublisher(QuestionTable questions) : Publisher<(string Contest, RegionCode County)>(QuestionCells.Kind)
{
    protected override async Task PublishAsync(IReadOnlyList<Change<(string Contest, RegionCode County)>> changes)
    {
        await ForEachAsync(changes, change => PublishCountyAsync(change.Key.Contest, change.Key.County, change.ChangedIn));
        await ClimbAsync<(string Contest, RegionCode Region)>(
            changes.Select(change => change.Key),
            key => key.Region.Parent is { } parent ? (key.Contest, parent) : null,
            key => PublishRegionAsync(key.Contest, key.Region)
        );
    }

    private Task PublishRegionAsync(string contest, RegionCode region) =>
        questions.PublishAsync(
            contest,
            region,
            async _ => new QuestionDocument(SumOf((await questions.ReadChildrenAsync(contest, region)).Select(child => child.Tally)), [])
        );

    private Task PublishCountyAsync(string contest, RegionCode county, IEnumerable<Partition> changedIn) =>
        questions.PublishAsync(
            contest,
            county,
            async present =>
            {
                var sources = Sources.Of(present?.Sources, changedIn);
                return new QuestionDocument(
                    SumOf(await Task.WhenAll(sources.Select(source => questions.ReadTotalsAsync(source, contest, county)))),
                    sources
                );
            }
        );

    private static QuestionTally SumOf(IEnumerable<QuestionTally> parts)
    {
        var sum = new QuestionTally();
        foreach (var part in parts)
            sum.Merge(part);
        return sum;
    }
}
