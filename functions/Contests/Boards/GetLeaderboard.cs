using EStation.Access;
using EStation.Contests.Results;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Boards;

/// <param name="Participants">Of the region; the board shows the first of them.</param>
public sealed record LeaderboardResponse(
    DateTimeOffset AsOf,
    RegionCode Region,
    IReadOnlyList<LeaderboardEntry> Entries,
    Text RegionName,
    int Participants,
    int KeyVersion
);

/// <summary>The first of a region: 100 from county level up, 20 of a town or village.</summary>
public sealed class GetLeaderboard(
    ContestTable contests,
    BoardTable boards,
    FrozenResults frozen,
    Divisions divisions,
    TimeProvider time
)
{
    private const int LongOnes = 100;
    private const int ShortOnes = 20;
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(GetLeaderboard))]
    [Access(Needs.Nothing)]
    [Answers<LeaderboardResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/leaderboard")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is not { Rules: var rules } contest)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? rules.Region;
        var limit = Query.Number(request, "limit", LongOnes, LongOnes, check);
        check.Check(divisions.Find(region) is not null, "region", "is no division of the province");
        if (check.Or(() => limit).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var document = await boards.FindAsync(contest.ShownAt(now), region.Level == RegionLevel.Village ? region.Town : region);
        var tally = document?.TallyOf(region);
        var final = await frozen.FindAsync(rules);
        var placings = final is { } fixedBoard ? fixedBoard.Ranking.BoardOf(region, tally) : tally?.Board.Placings ?? [];
        var entries = placings
            .Take(Math.Min(limit, region.Level >= RegionLevel.Town ? ShortOnes : LongOnes))
            .Select((placing, at) => LeaderboardEntry.Of(placing, at + 1, divisions));
        // Before anything is counted, the board is as it was when the contest opened: empty.
        var response = new LeaderboardResponse(
            final?.Results.FrozenAt ?? document?.AsOf ?? rules.OpensAt,
            region,
            [.. entries],
            divisions.Find(region)!.Name,
            final?.Ranking.In(region).Count() ?? tally?.Participants ?? 0,
            contest.Keys.ShownAt(now)
        );
        return Answer.Public(
            response,
            $"{region}|{limit}|{document?.Figures}|{final?.Results.RankingSha256}|{response.KeyVersion}",
            Cacheable
        );
    }
}
