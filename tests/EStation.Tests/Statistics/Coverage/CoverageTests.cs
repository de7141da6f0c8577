using EStation.Regions;
using EStation.Stations;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics.Coverage;

public class CoverageTests(TestStorage storage)
{
    [Fact]
    public async Task Places_with_a_station_and_with_an_activity_of_the_last_90_days_are_counted_against_the_targets()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-24T04:00:00Z", null));
        var farmer = await Farmer.SignUpAsync(host, "220102001001");
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await host.RollUpAsync();

        // Nothing has been published yet: whoever asks first has it published.
        foreach (var region in new[] { "220102001001", "220102001", "220102", "2201", "22" })
        {
            var coverage = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/coverage?region={region}"));
            Assert.Equal((1, 1), ((int)coverage["villages"]!["active"]!, (int)coverage["towns"]!["active"]!));
            Assert.Equal(
                (1.0, 1.0, 0.1),
                (
                    (double)coverage["targets"]!["stations"]!,
                    (double)coverage["targets"]!["publicists"]!,
                    (double)coverage["targets"]!["literacy"]!
                )
            );
            Assert.Equal(1, (int)coverage["literacy"]!["entries"]!);
            var parts = coverage["children"]!.AsArray();
            Assert.Equal(host.Get<Divisions>().Find(RegionCode.Parse(region))!.Children.Count, parts.Count);
            if (parts.Count > 0)
            {
                var reached = Assert.Single(parts, part => (int)part!["villages"]!["active"]! > 0)!;
                Assert.StartsWith((string)reached["region"]!, "220102001001", StringComparison.Ordinal);
                Assert.Equal((int)coverage["villages"]!["total"]!, parts.Sum(part => (int)part!["villages"]!["total"]!));
            }
        }

        var seeded = (await host.Get<StationTable>().ReadAsync(RegionCode.Province, StationState.Certified, null, 100))
            .Select(station => station.Village)
            .Distinct()
            .Count();
        var province = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/coverage"));
        Assert.True(seeded > 0);
        Assert.Equal((seeded, 0), ((int)province["villages"]!["withStation"]!, (int)province["villages"]!["withPublicist"]!));
        await host.Get<PublicistTable>()
            .ReplaceAsync(new Publicist(RegionCode.Parse("220102001001"), "王小明", Phone.Parse(Farmer.NewPhone()), host.Time.Now()));

        host.Time.Advance(TimeSpan.FromDays(91));
        await PublishAsync(host);
        province = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/coverage"));
        Assert.Equal((0, 1), ((int)province["villages"]!["active"]!, (int)province["villages"]!["withPublicist"]!));
    }

    [Theory]
    [InlineData("22")]
    [InlineData("2224")]
    [InlineData("222401")]
    [InlineData("222401001001")]
    public async Task Whoever_asks_first_is_told_what_there_is(string region)
    {
        await using var host = await TestHost.StartAsync(storage);
        var seeded = (await host.Get<StationTable>().ReadAsync(RegionCode.Parse(region), StationState.Certified, null, 100))
            .Select(station => station.Village)
            .Distinct()
            .Count();
        var coverage = await Farmer.JsonOf(await host.Http.GetAsync($"api/statistics/coverage?region={region}"));
        Assert.Equal(seeded, (int)coverage["villages"]!["withStation"]!);
    }

    [Fact]
    public void A_town_is_reached_when_one_of_its_villages_is()
    {
        var town = Divisions.Listed.Find(RegionCode.Parse("220102001"))!;
        var coverage = Coverage.Of(
            town,
            new CoverageOfCounty(
                [town.Children[0].Code, town.Children[1].Code],
                [town.Children[2].Code],
                [RegionCode.Parse("220102002001")]
            )
        );
        Assert.Equal(new CoverageCounts(1, 1, 1, 0), coverage.Towns);
        Assert.Equal(new CoverageCounts(town.Children.Count, 2, 1, 0), coverage.Villages);
    }

    private static Task PublishAsync(TestHost host) =>
        ActivatorUtilities.CreateInstance<PublishCoverage>(host.Get<IServiceProvider>()).Run(new());
}
