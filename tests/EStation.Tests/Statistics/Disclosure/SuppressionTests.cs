using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Testing;

namespace EStation.Statistics.Disclosure;

public class SuppressionTests(ITestOutputHelper output)
{
    private static readonly PeriodKey Year = PeriodKey.Parse("2026");

    [Fact]
    public void A_number_under_5_is_hidden_and_the_next_smallest_with_it()
    {
        var parts = Towns((20, 3), (20, 7), (20, 12), (0, 0));
        var shown = Disclosing.Within(parts, new Mask());
        Assert.Equal(
            [null, null, 12, 0],
            shown.OrderBy(part => part.Key.Value).Select(part => MetricResponse.AllOf(part.Value)[Metric.ContestEntries].Women)
        );
        Assert.Equal(
            [20, 20, 20, 0],
            shown.OrderBy(part => part.Key.Value).Select(part => MetricResponse.AllOf(part.Value)[Metric.ContestEntries].Total)
        );
    }

    [Fact]
    public void Nothing_more_is_hidden_where_two_small_numbers_hide_one_another()
    {
        var shown = Disclosing.Within(Towns((20, 3), (20, 4), (20, 12)), new Mask());
        Assert.Equal(
            [null, null, 12],
            shown.OrderBy(part => part.Key.Value).Select(part => MetricResponse.AllOf(part.Value)[Metric.ContestEntries].Women)
        );
    }

    [Fact]
    public void All_but_a_few_are_hidden_as_the_few_are()
    {
        var shown = Disclosing.Within(Towns((29, 28), (40, 20), (60, 30)), new Mask());
        Assert.Equal(
            [null, null, 30],
            shown.OrderBy(part => part.Key.Value).Select(part => MetricResponse.AllOf(part.Value)[Metric.ContestEntries].Women)
        );
    }

    [Fact]
    public void The_few_between_the_young_and_the_old_are_not_what_is_left_of_them()
    {
        var figures = new Figures();
        figures.Add(Metric.ContestEntries, Audience.Under35, 14);
        figures.Add(Metric.ContestEntries, Audience.Over60, 14);
        figures.Add(Metric.ContestEntries, Audience.None, 1);
        var shown = Disclosing.Within(new Dictionary<RegionCode, Part> { [RegionCode.Parse("220102001")] = new(figures) }, new Mask());
        var answer = MetricResponse.AllOf(Assert.Single(shown.Values))[Metric.ContestEntries];
        Assert.Equal((29, (int?)null, (int?)null), (answer.Total, answer.Under35, answer.Over60));
    }

    [Fact]
    public void Noughts_that_would_follow_from_the_sum_are_hidden_with_another()
    {
        var shown = Disclosing.Within(Towns((20, 0), (20, 0), (20, 12)), new Mask());
        Assert.All(shown.Values, part => Assert.Null(MetricResponse.AllOf(part)[Metric.ContestEntries].Women));
    }

    [Fact]
    public void What_is_hidden_of_the_whole_is_hidden_of_each_part()
    {
        var hidden = new Mask();
        hidden.Hide(Metric.ContestEntries, Audience.Women);
        Assert.All(
            Disclosing.Within(Towns((20, 6), (20, 7)), hidden).Values,
            part => Assert.Null(MetricResponse.AllOf(part)[Metric.ContestEntries].Women)
        );
    }

    [Fact]
    public void Where_everybody_is_a_woman_the_whole_is_hidden_too()
    {
        var exposed = Disclosing.ExposedBy(Towns((3, 3), (6, 6)));
        Assert.True(exposed!.Hides(Metric.ContestEntries, Audience.Women));
    }

    [Fact]
    public void Hours_are_hidden_wherever_they_would_tell_how_many_people_they_were()
    {
        var hidden = 0;
        for (var seed = 1; seed <= Deep.Of(20, 1_000); seed++)
        {
            var random = new Random(seed);
            var parts = Enumerable
                .Range(1, random.Next(2, 7))
                .ToDictionary(
                    town => RegionCode.Parse($"22010200{town}"),
                    _ => random.Next(1, 20) is var total ? CompletedBy(total, random.Next(0, total + 1)) : null!
                );
            var masks = Disclosing.Within(parts, Disclosing.ExposedBy(parts) ?? new Mask()).Values.Select(part => part.Hidden).ToList();
            Assert.All(
                masks,
                mask =>
                    Assert.True(
                        mask.Hides(Metric.TrainingHours, Audience.Women) || !mask.Hides(Metric.TrainingCompletions, Audience.Women),
                        $"seed {seed}"
                    )
            );
            hidden += masks.Count(mask => mask.Hides(Metric.TrainingCompletions, Audience.Women));
        }

        Assert.True(hidden > 50);
    }

    [Fact]
    public void No_hidden_value_follows_from_places_and_periods_together()
    {
        var hiddenInAll = 0;
        var shownInAll = 0;
        for (var seed = 1; seed <= Deep.Of(10, 1_000); seed++)
        {
            var (cells, sums) = Disclosed(new Random(seed));
            var attack = new LinearAttack(cells, sums);
            for (var cell = 0; cell < cells.Count; cell++)
            {
                Assert.True(
                    cells[cell].Hidden || Math.Min(cells[cell].Value, cells[cell].Total - cells[cell].Value) >= 5 || cells[cell].Total == 0,
                    $"seed {seed}: a small value is shown"
                );
                Assert.False(cells[cell].Hidden && attack.Computes(cell), $"seed {seed}: cell {cell} can be computed");
            }

            hiddenInAll += cells.Count(cell => cell.Hidden);
            shownInAll += cells.Count(cell => !cell.Hidden && cell.Total > 0);
        }

        output.WriteLine($"{hiddenInAll} values hidden, {shownInAll} shown");
        Assert.True(hiddenInAll > Deep.Of(100, 300) && shownInAll > Deep.Of(100, 300));
    }

    [Fact]
    public void The_attack_finds_what_a_careless_table_gives_away()
    {
        var attack = new LinearAttack([(10, 30, false), (3, 10, true), (7, 20, false)], [(0, [1, 2])]);
        Assert.True(attack.Computes(1));
    }

    private static Dictionary<RegionCode, Part> Towns(params (int Total, int Women)[] towns) =>
        towns
            .Select((town, at) => (Code: RegionCode.Parse($"22010200{at + 1}"), Part: PartOf(town.Total, town.Women)))
            .ToDictionary(town => town.Code, town => town.Part);

    private static Part PartOf(int total, int women)
    {
        var figures = new Figures();
        figures.Add(Metric.ContestEntries, Audience.Women, women);
        figures.Add(Metric.ContestEntries, Audience.None, total - women);
        return new Part(figures);
    }

    private static Part CompletedBy(int total, int women)
    {
        const int Hours = 8;
        var figures = new Figures();
        foreach (var (metric, each) in new[] { (Metric.TrainingCompletions, 1), (Metric.TrainingHours, Hours) })
        {
            figures.Add(metric, Audience.Women, each * women);
            figures.Add(metric, Audience.None, each * (total - women));
        }

        return new Part(figures);
    }

    /// <summary>
    /// A province of two or three prefectures with a few counties, over a few days of two or three months; and the county's towns in the
    /// year.
    /// </summary>
    private static (List<(double Value, double Total, bool Hidden)> Cells, List<(int Whole, int[] Parts)> Sums) Disclosed(Random random)
    {
        var province = RegionCode.Province;
        var counties = Enumerable
            .Range(1, random.Next(2, 4))
            .SelectMany(prefecture =>
                Enumerable.Range(1, random.Next(1, 4)).Select(county => RegionCode.Parse($"220{prefecture}0{county}"))
            )
            .ToList();
        var days = Enumerable
            .Range(1, random.Next(2, 4))
            .SelectMany(month => Enumerable.Range(1, random.Next(1, 4)).Select(day => PeriodKey.Parse($"2026-0{month}-0{day}")))
            .ToList();
        var most = random.Next(4, 30);
        var leaves = counties
            .SelectMany(county => days.Select(day => (county, day)))
            .Where(_ => random.Next(6) > 0)
            .ToDictionary(
                leaf => leaf,
                leaf =>
                    random.Next(0, most) is var total && random.Next(4) == 0
                        ? PartOf(total, total)
                        : PartOf(total, random.Next(0, total + 1))
            );
        Part Whole(RegionCode region, PeriodKey key) =>
            new(
                Figures.SumOf(
                    leaves
                        .Where(leaf =>
                            region.Contains(leaf.Key.county) && leaf.Key.day.Value.StartsWith(key.Value, StringComparison.Ordinal)
                        )
                        .Select(leaf => leaf.Value.Figures)
                )
            );

        List<Page> pages = [];
        foreach (var region in counties.Select(county => county.Parent!.Value).Distinct().Prepend(province))
        {
            var children =
                region == province ? counties.Select(county => county.Parent!.Value).Distinct() : counties.Where(region.Contains);
            var spans = region == province ? days.Select(day => day.Month).Distinct().Append(Year) : [Year];
            foreach (var span in spans)
            {
                var page = new Page(region, span);
                foreach (
                    var key in span == Year ? days.Select(day => day.Month).Distinct().Append(Year) : days.Where(day => day.Month == span)
                )
                {
                    foreach (var child in children)
                        page.Set(key, child, Whole(child, key));
                }

                pages.Add(page);
            }
        }

        new ProvinceYear(
            Year,
            [.. pages.Where(page => page.Region == province)],
            [.. pages.Where(page => page.Region != province)]
        ).Disclose();
        return AsSeenFromOutside(pages);
    }

    private static (List<(double Value, double Total, bool Hidden)> Cells, List<(int Whole, int[] Parts)> Sums) AsSeenFromOutside(
        List<Page> pages
    )
    {
        var shown = pages
            .SelectMany(page =>
                page.Public.SelectMany(entry => entry.Value.Select(part => (Region: part.Key, entry.Key, Part: part.Value)))
            )
            .ToList();
        var index = shown.Select((cell, at) => ((cell.Region, cell.Key), at)).ToDictionary(cell => cell.Item1, cell => cell.at);
        var cells = shown
            .Select(cell =>
                (
                    (double)cell.Part.Part.Figures[Metric.ContestEntries, Audience.Women],
                    (double)cell.Part.Part.Figures[Metric.ContestEntries],
                    cell.Part.Hidden.Hides(Metric.ContestEntries, Audience.Women)
                )
            )
            .ToList();
        var sums = shown
            .Select((cell, at) => (at, Parts: Where(other => other.Region.Parent == cell.Region && other.Key == cell.Key)))
            .Concat(
                shown.Select(
                    (cell, at) =>
                        (
                            at,
                            Parts: Where(other =>
                                other.Region == cell.Region && other.Key != cell.Key && Page.SpanOf(other.Key) == cell.Key
                            )
                        )
                )
            )
            .Where(sum => sum.Parts.Length > 0)
            .ToList();
        return (cells, sums);

        int[] Where(Func<(RegionCode Region, PeriodKey Key), bool> which) =>
            [.. index.Where(cell => which(cell.Key)).Select(cell => cell.Value)];
    }
}
