using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>Prepares question statistics: the counties that have changed, then what they lie in.</summary>
public sealed class QuestionPublisher(QuestionTable questions) : IPublisher
{
    public bool Takes(DirtyMark mark) => QuestionCells.Parse(mark.Document) is not null;

    public async Task PublishAsync(IReadOnlyCollection<DirtyMark> marks)
    {
        var counties = marks.GroupBy(mark => QuestionCells.Parse(mark.Document)!.Value, mark => mark.County).ToList();
        foreach (var county in counties)
            await PublishCountyAsync(county.Key.Contest, county.Key.County, county);
        foreach (var level in new[] { RegionLevel.Prefecture, RegionLevel.Province })
        {
            foreach (var (contest, region) in counties.Select(county => (county.Key.Contest, county.Key.County.At(level))).Distinct())
                await questions.PublishAsync(
                    contest,
                    region,
                    async _ => new QuestionDocument(
                        SumOf((await questions.ReadChildrenAsync(contest, region)).Select(child => child.Tally)),
                        []
                    )
                );
        }
    }

    private Task PublishCountyAsync(string contest, RegionCode county, IEnumerable<RegionCode> changedIn) =>
        questions.PublishAsync(
            contest,
            county,
            async present =>
            {
                RegionCode[] sources =
                [
                    .. (present?.Sources ?? []).Union(changedIn).OrderBy(source => source.Value, StringComparer.Ordinal),
                ];
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
