using EStation.Regions;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;

namespace EStation.Statistics;

/// <summary>The figures of one region by periods, as the public may see them.</summary>
/// <param name="DecidedOn">The day on which it was decided what is shown; that day's audiences are not.</param>
public sealed record Series(DateTimeOffset? AsOf, IReadOnlyList<(PeriodKey Key, PublicPart Part)> Items, Day? DecidedOn);

/// <summary>
/// Reads figures for the public: those of a region are in the pages of what it lies in. One range, but for the years of a town or village:
/// what is hidden there follows from what is hidden above, which is read beside it.
/// </summary>
public sealed class PublicFigures(PageTable pages)
{
    /// <param name="to">The last, of the same kind.</param>
    public async Task<Series> ReadAsync(RegionCode region, PeriodKey from, PeriodKey to)
    {
        var holder = region.Parent ?? region;
        var reading = pages.ReadRangeAsync(holder, from, to);
        var above = from.Period == Period.Year && region.Level >= RegionLevel.Town ? await ReadAsync(holder, from, to) : null;
        var read = await reading;
        var items = read.SelectMany(page => Shown(page, from.Period, key => MaskOf(above, key), above?.DecidedOn))
            .Where(entry =>
                entry.Key.Period == from.Period && entry.Key.First.Date >= from.First.Date && entry.Key.First.Date <= to.First.Date
            )
            .Where(entry => entry.Parts.ContainsKey(region))
            .OrderBy(entry => entry.Key.First.Date)
            .Select(entry => (entry.Key, entry.Parts[region]));
        return new Series(
            read.Count == 0 ? null : read.Max(page => page.AsOf),
            [.. items],
            above?.DecidedOn ?? read.Select(page => page.DecidedOn).FirstOrDefault(day => day is not null)
        );
    }

    /// <summary>The parts of a region in one period.</summary>
    public async Task<(DateTimeOffset? AsOf, IReadOnlyDictionary<RegionCode, PublicPart> Parts)> ReadPartsAsync(
        RegionCode region,
        PeriodKey key
    )
    {
        var reading = pages.FindAsync(region, Page.SpanOf(key));
        var whole = key.Period == Period.Year && region.Level >= RegionLevel.County ? await ReadAsync(region, key, key) : null;
        var page = await reading;
        var parts = page is null
            ? null
            : Shown(page, key.Period, _ => MaskOf(whole, key), whole?.DecidedOn).FirstOrDefault(entry => entry.Key == key).Parts;
        return (page?.AsOf, parts ?? new Dictionary<RegionCode, PublicPart>());
    }

    /// <summary>
    /// The parts of a page's region by period. Before it has been decided across the province what is shown of a figure, nothing of its
    /// audience is.
    /// </summary>
    private static IEnumerable<(PeriodKey Key, IReadOnlyDictionary<RegionCode, PublicPart> Parts)> Shown(
        Page page,
        Period period,
        Func<PeriodKey, Mask> hiddenOfWhole,
        Day? decidedOn
    )
    {
        var partLevel = page.Region.Level + 1;
        return page switch
        {
            _ when page.Region.Level == RegionLevel.Province || (Disclosing.Shows(partLevel, period) && partLevel <= RegionLevel.County) =>
                page.Public.Select(entry => (entry.Key, (IReadOnlyDictionary<RegionCode, PublicPart>)entry.Value)),
            _ when Disclosing.Shows(partLevel, period) => page
                .Entries.Where(entry => entry.Key.Period == period)
                .Select(entry => (entry.Key, Disclosing.Within(entry.Value, hiddenOfWhole(entry.Key), decidedOn))),
            _ => page.Entries.Select(entry =>
                (
                    entry.Key,
                    (IReadOnlyDictionary<RegionCode, PublicPart>)
                        entry.Value.ToDictionary(part => part.Key, part => new PublicPart(part.Value, Mask.Everything))
                )
            ),
        };
    }

    private static Mask MaskOf(Series? above, PeriodKey key) =>
        above?.Items.FirstOrDefault(item => item.Key == key).Part?.Hidden ?? Mask.Everything;
}
