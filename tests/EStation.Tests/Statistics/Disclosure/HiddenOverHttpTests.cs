using System.Text.Json.Nodes;
using EStation.Counting;
using EStation.Generator;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Testing;

namespace EStation.Statistics.Disclosure;

/// <summary>Somebody collects all answers there are, of all regions and periods, and computes.</summary>
public class HiddenOverHttpTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly string[] Counties = ["220102", "220103", "220202", "220203", "222401"];
    private static readonly string[] Days = ["2026-03-05", "2026-03-17", "2026-07-01", "2026-07-31", "2026-08-01"];
    private static readonly (string Name, Audience Column)[] Told = [("women", Audience.Women), ("minority", Audience.Minority)];

    [Fact]
    public async Task No_hidden_value_follows_from_all_answers_together()
    {
        var (hidden, shown) = (0, 0);
        for (var seed = 1; seed <= Deep.Of(2, 60); seed++)
        {
            await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
            var facts = SomeFacts(new Random(seed), host.Get<Divisions>());
            await Facts.StoreAsync(host, facts);
            await host.RollUpAsync();
            var answers = await CollectAsync(host, [.. facts.SelectMany(fact => fact.Village.Upwards).Distinct()]);
            var recount = Recount.Of(facts);
            foreach (var (name, column) in Told)
            {
                var cells = answers
                    .Select(answer =>
                        CellOf(
                            answer.Key,
                            answer.Value,
                            name,
                            recount.Counts.GetValueOrDefault((answer.Key.Region, answer.Key.Key.Value, Metric.PeopleRegistered, column))
                        )
                    )
                    .ToList();
                var attack = new LinearAttack(cells, SumsOf([.. answers.Keys]));
                for (var cell = 0; cell < cells.Count; cell++)
                    Assert.False(
                        cells[cell].Hidden && attack.Computes(cell),
                        $"seed {seed}: {name} of {answers.Keys.ElementAt(cell)} can be computed"
                    );
                (hidden, shown) = (hidden + cells.Count(cell => cell.Hidden), shown + cells.Count(cell => !cell.Hidden));
            }
        }

        output.WriteLine($"{hidden} values hidden, {shown} shown");
        Assert.True(hidden > 50 && shown > 50);
    }

    private static List<Fact> SomeFacts(Random random, Divisions divisions)
    {
        var villages = Counties
            .SelectMany(county => divisions.Find(RegionCode.Parse(county))!.Children.Take(2))
            .SelectMany(town => town.Children.Take(2))
            .ToList();
        var most = random.Next(3, 12);
        return
        [
            .. from village in villages
            from day in Days
            where random.Next(3) > 0
            let women = random.Next(4) == 0 ? 1 : random.NextDouble()
            from _ in Enumerable.Range(0, random.Next(0, most))
            let audience = (random.NextDouble() < women ? Audience.Women : 0) | (random.Next(3) == 0 ? Audience.Minority : 0)
            select Facts.Registration(village.Code.Value, day + "T04:00:00Z", audience: audience),
        ];
    }

    /// <summary>
    /// The answers of the periods for which audiences are told apart at all, from the series and from the parts of what lies above: both
    /// must tell the same.
    /// </summary>
    private static async Task<Dictionary<(RegionCode Region, PeriodKey Key), JsonNode>> CollectAsync(
        TestHost host,
        IReadOnlyList<RegionCode> regions
    )
    {
        var answers = new Dictionary<(RegionCode Region, PeriodKey Key), JsonNode>();
        foreach (var period in Enum.GetValues<Period>())
        {
            foreach (var region in regions)
            {
                var series = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/{region}?period={period}&from=2026&to=2026"));
                foreach (var item in series["series"]!.AsArray())
                    answers[(region, PeriodKey.Parse((string)item!["key"]!))] = item["metrics"]!["peopleRegistered"]!;
            }

            foreach (
                var (region, key) in answers
                    .Keys.Where(answer => answer.Key.Period == period && answer.Region.Level < RegionLevel.Village)
                    .ToList()
            )
            {
                var children = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/{region}/children?period={period}&key={key}"));
                Assert.Equal(answers[(region, key)].ToJsonString(), children["sum"]!["peopleRegistered"]!.ToJsonString());
                foreach (
                    var child in children["children"]!.AsArray().Where(child => (int)child!["metrics"]!["peopleRegistered"]!["total"]! != 0)
                )
                    Assert.Equal(
                        answers[(RegionCode.Parse((string)child!["region"]!), key)].ToJsonString(),
                        child["metrics"]!["peopleRegistered"]!.ToJsonString()
                    );
            }
        }

        Assert.All(
            answers.Where(answer => !Disclosing.Shows(answer.Key.Region.Level, answer.Key.Key.Period)),
            answer => Assert.Null((int?)answer.Value["women"])
        );
        return answers.Where(answer => Disclosing.Shows(answer.Key.Region.Level, answer.Key.Key.Period)).ToDictionary();
    }

    private static (double Value, double Total, bool Hidden) CellOf(
        (RegionCode Region, PeriodKey Key) of,
        JsonNode answer,
        string column,
        int counted
    )
    {
        var (total, told) = ((int)answer["total"]!, (int?)answer[column]);
        Assert.True(told is null || told == counted, $"{column} of {of}: {told} is told and {counted} counted");
        Assert.True(
            told is null || Math.Min(counted, total - counted) >= ColumnSuppression.Least,
            $"{column} of {of}: {told} of {total} is told"
        );
        return (counted, total, told is null);
    }

    private static List<(int Whole, int[] Parts)> SumsOf(List<(RegionCode Region, PeriodKey Key)> cells)
    {
        return
        [
            .. cells
                .SelectMany(
                    (cell, at) =>
                        new[]
                        {
                            (Whole: at, Parts: Where(other => other.Key == cell.Key && other.Region.Parent == cell.Region)),
                            (
                                Whole: at,
                                Parts: Where(other =>
                                    other.Region == cell.Region && other.Key != cell.Key && Page.SpanOf(other.Key) == cell.Key
                                )
                            ),
                        }
                )
                .Where(sum => sum.Parts.Length > 0),
        ];

        int[] Where(Func<(RegionCode Region, PeriodKey Key), bool> which) =>
            [.. Enumerable.Range(0, cells.Count).Where(at => which(cells[at]))];
    }
}
