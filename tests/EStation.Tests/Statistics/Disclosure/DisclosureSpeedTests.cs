using System.Diagnostics;
using EStation.Counting;
using EStation.Generator;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Testing;

namespace EStation.Statistics.Disclosure;

/// <summary>A whole year at once; how long deciding took is written down, not judged.</summary>
public class DisclosureSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_whole_year_shows_how_many_women_took_part_and_nowhere_fewer_than_five()
    {
        var divisions = Divisions.Listed;
        var facts = new Province(new ProvinceSize(Deep.Of(20_000, 100_000)), divisions).Facts();
        var year = YearOf(facts);
        var watch = Stopwatch.StartNew();
        year.Disclose();
        var shown = year.Province.SelectMany(page => page.Public.Values).SelectMany(parts => parts.Values).ToList();
        var women = shown.Where(part => part.Part.Figures[Metric.ContestEntries] > 0).ToList();
        output.WriteLine(
            $"{facts.Count} facts: decided in {watch.Elapsed}; women are shown in {women.Count(part => !part.Hidden.Hides(Metric.ContestEntries, Audience.Women))} cells, "
                + $"{women.Count(part => part.Part.Figures[Metric.ContestEntries, Audience.Women] < 5)} of {women.Count} are small"
        );
        Assert.Contains(
            shown,
            part => part.Part.Figures[Metric.ContestEntries] > 0 && !part.Hidden.Hides(Metric.ContestEntries, Audience.Women)
        );
        Assert.All(
            shown,
            part =>
                Assert.True(
                    part.Part.Figures[Metric.ContestEntries, Audience.Women] is 0 or >= 5
                        || part.Hidden.Hides(Metric.ContestEntries, Audience.Women)
                )
        );
    }

    private static ProvinceYear YearOf(IEnumerable<Fact> facts)
    {
        var figures = new Dictionary<(RegionCode Region, PeriodKey Key), Figures>();
        foreach (var fact in facts.Where(fact => fact is not Announced))
        {
            foreach (var region in fact.Village.County.Upwards)
            {
                foreach (var period in Enum.GetValues<Period>().Where(period => Disclosing.Shows(region.Level, period)))
                {
                    var key = (region, PeriodKey.Of(Day.Of(fact.At), period));
                    if (!figures.TryGetValue(key, out var sum))
                        figures[key] = sum = new Figures();
                    foreach (var (metric, count) in Recount.CountsOf(fact))
                        sum.Add(metric, fact.Audience, count);
                }
            }
        }

        var pages = new Dictionary<(RegionCode Region, PeriodKey Span), Page>();
        foreach (var ((region, key), sum) in figures.Where(entry => entry.Key.Region.Level > RegionLevel.Province))
        {
            var parent = region.Parent!.Value;
            if (!pages.TryGetValue((parent, Page.SpanOf(key)), out var page))
                pages[(parent, Page.SpanOf(key))] = page = new Page(parent, Page.SpanOf(key));
            page.Set(key, region, new Part(sum));
        }

        return new ProvinceYear(
            pages.Keys.First().Span.Year,
            [.. pages.Values.Where(page => page.Region.Level == RegionLevel.Province)],
            [.. pages.Values.Where(page => page.Region.Level == RegionLevel.Prefecture)]
        );
    }
}
