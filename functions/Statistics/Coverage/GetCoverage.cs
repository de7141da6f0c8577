using EStation.Access;
using EStation.Contests;
using EStation.Contests.Boards;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Coverage;

public sealed record CoverageShares(
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

/// <summary>Results of a contest with voluntary entries. They do not measure the plan's share of citizens with scientific literacy, which a
/// sample survey finds, so one row never shows both.</summary>
/// <param name="Share">The share of entries in the province's contest that passed; null before the first.</param>
public sealed record Literacy(string? Contest, int Entries, int Passed, double? Share);

public sealed record CoverageTargets(double Stations, double Publicists, double Literacy);

public sealed record CoverageOfChild(RegionCode Region, Text Name, CoverageShares Towns, CoverageShares Villages);

public sealed record CoverageResponse(
    RegionCode Region,
    DateTimeOffset AsOf,
    CoverageShares Towns,
    CoverageShares Villages,
    Literacy Literacy,
    CoverageTargets Targets,
    IReadOnlyList<CoverageOfChild> Children
);

public sealed record CoverageOfParts(Coverage Whole, DateTimeOffset AsOf, IReadOnlyList<Coverage> Parts);

public sealed class GetCoverage(
    CoverageTable table,
    CoveragePublisher publisher,
    ContestTable contests,
    BoardTable boards,
    Divisions divisions,
    TimeProvider time
)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetCoverage))]
    [Access(Needs.Nothing)]
    [Answers<CoverageResponse>]
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

        var (coverage, asOf, parts) = await FindAsync(division!) ?? await PublishAsync(division!);
        var children = division!
            .Children.Zip(
                parts,
                (child, part) =>
                    new CoverageOfChild(child.Code, child.Name, CoverageShares.Of(part.Towns), CoverageShares.Of(part.Villages))
            )
            .ToList();
        var response = new CoverageResponse(
            region,
            asOf,
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

    private async Task<CoverageOfParts> PublishAsync(Division region)
    {
        await publisher.PublishAsync(divisions.Counties.Where(county => region.Code.Contains(county) || county.Contains(region.Code)));
        return (await FindAsync(region))!;
    }

    private async Task<CoverageOfParts?> FindAsync(Division region)
    {
        if (region.Code.Level >= RegionLevel.County)
        {
            return await table.FindCountyAsync(region.Code.County) is { } county
                ? new(
                    Coverage.Of(region, county.Coverage),
                    county.AsOf,
                    [.. region.Children.Select(part => Coverage.Of(part, county.Coverage))]
                )
                : null;
        }

        var whole = await table.FindAsync(region.Code);
        var parts = await Task.WhenAll(region.Children.Select(FindWholeAsync));
        return whole is null || parts.Contains(null) ? null : new(whole.Value.Coverage, whole.Value.AsOf, [.. parts.Select(part => part!)]);
    }

    private async Task<Coverage?> FindWholeAsync(Division region) =>
        region.Code.Level < RegionLevel.County ? (await table.FindAsync(region.Code))?.Coverage
        : await table.FindCountyAsync(region.Code) is { } county ? Coverage.Of(region, county.Coverage)
        : null;

    private async Task<Literacy> LiteracyAsync(RegionCode region)
    {
        var contest = await FindContestAsync();
        var board = contest is null ? null : await boards.FindAsync(contest.ShownAt(time.Now()), region.Level == RegionLevel.Village ? region.Town : region);
        var tally = board?.TallyOf(region) ?? new ContestTally();
        return new Literacy(
            contest?.Rules.Id,
            tally.Entries,
            tally.Passed,
            tally.Entries == 0 ? null : Math.Round((double)tally.Passed / tally.Entries, 4)
        );
    }

    /// <summary>The last of the province's contests with entries; before the first entry, the last that has opened.</summary>
    private async Task<PublishedContest?> FindContestAsync()
    {
        var opened = (await contests.ListAsync())
            .Where(contest => contest.Rules.Region == RegionCode.Province && contest.Rules.OpensAt <= time.Now())
            .OrderByDescending(contest => contest.Rules.OpensAt)
            .ToList();
        foreach (var contest in opened)
        {
            if ((await boards.FindAsync(contest.ShownAt(time.Now()), RegionCode.Province))?.TallyOf(RegionCode.Province)?.Entries > 0)
                return contest;
        }

        return opened.FirstOrDefault();
    }
}
