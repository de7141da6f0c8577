using System.Text.Json.Serialization;
using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Contests.Results;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Boards;

/// <param name="UnrankedBecause">Left out where the person is ranked.</param>
public sealed record StandingResponse(
    bool Ranked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnrankedBecause? UnrankedBecause,
    BestResponse? Best,
    int Points,
    int DrawChances,
    IReadOnlyList<RankResponse> Ranks,
    int KeyVersion
)
{
    /// <summary>My lots in the draw, from the freeze on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Lots { get; init; }
}

/// <summary>My best, what I have earned, and my rank from my village up to the contest's region.</summary>
public sealed class GetStanding(
    ContestTable contests,
    AttemptTable attempts,
    BoardTable boards,
    FrozenResults frozen,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(GetStanding))]
    [Access(Needs.Person)]
    [Answers<StandingResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/standing")] HttpRequest request,
        string id
    )
    {
        var person = request.Caller().Person;
        if (await contests.FindAsync(id) is not { Rules: var rules } contest)
            return Answer.Refuse(Refusal.NotFound);
        var key = contest.Keys.ShownAt(time.Now());
        var sittings = person.Place is { } place ? await attempts.ReadAsync(place.County, id, person.Id, key) : [];
        var submissions = sittings.Where(sitting => sitting.Counts).Select(sitting => sitting.Submission!).ToList();
        var unranked = Sitting.WhyUnranked(sittings);
        var final = await frozen.FindAsync(rules);
        var mine = final?.Ranking.Find(person.Id);
        return Answer.Ok(
            new StandingResponse(
                unranked is null,
                unranked,
                BestResponse.Of(mine?.Best ?? AttemptRules.BestOf(sittings)),
                mine?.Points ?? submissions.Sum(submission => submission.PointsIn(rules)),
                mine?.Lots.Count ?? submissions.Sum(submission => submission.DrawChancesIn(rules)),
                await RanksAsync(rules, sittings, final?.Ranking, key),
                key
            )
            {
                Lots = final is null ? null : mine?.Lots ?? [],
            }
        );
    }

    private async Task<IReadOnlyList<RankResponse>> RanksAsync(
        Contest contest,
        IReadOnlyList<Sitting> sittings,
        FrozenRanking? final,
        int key
    )
    {
        if (AttemptRules.BestOf(sittings) is not { } best)
            return [];
        var attempt = sittings[0].Attempt;
        var name = ContestKeys.NameOf(contest.Id, key);
        var regions = attempt.Village.Upwards.TakeWhile(contest.Region.Contains);
        var ranks = await Task.WhenAll(
            regions.Select(async region =>
            {
                var document = await boards.FindAsync(name, region.Level == RegionLevel.Village ? region.Town : region);
                var tally = document?.TallyOf(region) ?? new ContestTally();
                if (final is null)
                    return RankResponse.From(Rank.In(region, tally, attempt.Person, best), tally.Board, attempt.Person, divisions);
                return final.RankIn(region, attempt.Person) is { } rank
                    ? RankResponse.From(rank, new Leaderboard(final.BoardOf(region, tally)), attempt.Person, divisions)
                    : null;
            })
        );
        return [.. ranks.OfType<RankResponse>()];
    }
}

public sealed record BestResponse(int Score, int ElapsedMs, DateTimeOffset SubmittedAt)
{
    public static BestResponse? Of(Best? best) => best is null ? null : new BestResponse(best.Score, best.ElapsedMs, best.SubmittedAt);
}
