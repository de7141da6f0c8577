using EStation.Contests;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

/// <summary>Counts of places, and as shares of all of them.</summary>
internal sealed record CoverageShares(
    int Total,
    int WithStation,
    int WithPublicist,
    int Active,
    double StationShare,
    double PublicistShare,
    double ActiveShare
)
{
    public static CoverageShares Of(CoverageCounts counts)
    {
        return new(
            counts.Total,
            counts.WithStation,
            counts.WithPublicist,
            counts.Active,
            Share(counts.WithStation),
            Share(counts.WithPublicist),
            Share(counts.Active)
        );

        double Share(int part) => counts.Total == 0 ? 0 : Math.Round((double)part / counts.Total, 4);
    }
}

/// <param name="Share">Of the entries in the province's contest, those that passed; null before the first.</param>
internal sealed record Literacy(string? Contest, int Entries, int Passed, double? Share);

internal sealed record CoverageTargets(double Stations, double Publicists, double Literacy);

internal sealed record CoverageOfChild(RegionCode Region, Text Name, CoverageShares Towns, CoverageShares Villages);

internal sealed record CoverageResponse(
    RegionCode Region,
    DateTimeOffset AsOf,
    CoverageShares Towns,
    CoverageShares Villages,
    Literacy Literacy,
    CoverageTargets Targets,
    IReadOnlyList<CoverageOfChild> Children
);

/// <summary>How far a region is from the plan's targets.</summary>
internal sealed class GetCoverage(CoverageTable table, ContestTable contests, BoardTable boards, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(5);
    private static readonly CoverageOfCounty NoneYet = new([], [], []);

    [Function(nameof(GetCoverage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/coverage")] HttpRequest request
    )
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? RegionCode.Province;
        var division = divisions.Find(region);
        check.Check(division is not null, "region", "is no division of the province");
        if (check.Or(() => region).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var county = region.Level < RegionLevel.County ? null : await table.FindCountyAsync(region.County);
        var (coverage, asOf) = await FindAsync(division!, county);
        var parts = await Task.WhenAll(division!.Children.Select(child => FindAsync(child, county)));
        var children = division
            .Children.Zip(
                parts,
                (child, part) =>
                    new CoverageOfChild(
                        child.Code,
                        child.Name,
                        CoverageShares.Of(part.Coverage.Towns),
                        CoverageShares.Of(part.Coverage.Villages)
                    )
            )
            .ToList();
        var response = new CoverageResponse(
            region,
            asOf ?? time.Now(),
            CoverageShares.Of(coverage.Towns),
            CoverageShares.Of(coverage.Villages),
            await LiteracyAsync(region),
            new CoverageTargets(Coverage.Target, Coverage.Target, Coverage.LiteracyTarget),
            children
        );
        return Answer.Public(
            response,
            Fingerprint.OfFigures(region.Value, response.Towns, response.Villages, response.Literacy, children),
            Cacheable
        );
    }

    /// <param name="known">The county's, where the region lies in one: everything below is in its row.</param>
    private async Task<(Coverage Coverage, DateTimeOffset? AsOf)> FindAsync(
        Division region,
        (CoverageOfCounty Coverage, DateTimeOffset AsOf)? known
    )
    {
        if (region.Code.Level < RegionLevel.County)
            return await table.FindAsync(region.Code) is { } sum ? (sum.Coverage, sum.AsOf) : (Coverage.Of(region, NoneYet), null);
        var county = known ?? await table.FindCountyAsync(region.Code.County);
        return (Coverage.Of(region, county?.Coverage ?? NoneYet), county?.AsOf);
    }

    private async Task<Literacy> LiteracyAsync(RegionCode region)
    {
        var contest = (await contests.ListAsync())
            .Select(published => published.Rules)
            .Where(rules => rules.Region == RegionCode.Province && rules.OpensAt <= time.Now())
            .MaxBy(rules => rules.OpensAt);
        var board = contest is null ? null : await boards.FindAsync(contest.Id, region.Level == RegionLevel.Village ? region.Town : region);
        var tally = board?.TallyOf(region) ?? new ContestTally();
        return new Literacy(
            contest?.Id,
            tally.Entries,
            tally.Passed,
            tally.Entries == 0 ? null : Math.Round((double)tally.Passed / tally.Entries, 4)
        );
    }
}
