using System.Text.Json.Serialization;
using EStation.Contests.Boards;
using EStation.Contests.Draws;
using EStation.Contests.Prizes;
using EStation.Regions;

namespace EStation.Contests.Results;

/// <param name="Participants">How many are in the whole ranking.</param>
/// <param name="PublicUntil">When objections end.</param>
public sealed record ContestResultsResponse(
    ResultsState State,
    DateTimeOffset? FrozenAt,
    DateTimeOffset? PublicUntil,
    DateTimeOffset? FinalAt,
    int Participants,
    IReadOnlyList<LeaderboardEntry> Ranking,
    LotsResponse? Lots,
    ResultsDrawResponse? Draw,
    IReadOnlyList<WinnerResponse> Winners,
    IReadOnlyList<OutResponse> Disqualified
);

public sealed record LotsResponse(int Count, string Sha256);

/// <param name="Lots">How many lots are drawn: those that win first, then the substitutes.</param>
public sealed record ResultsDrawResponse(
    string Source,
    string Issue,
    DateTimeOffset DrawnAt,
    long Outcomes,
    string? Value,
    string Algorithm,
    string? Seed,
    int Lots
);

/// <param name="Place">The candidate's place: in the ranking, or in the order of the draw.</param>
/// <param name="PlaceNames">Of county, town and village.</param>
public sealed record WinnerResponse(
    Text Prize,
    PrizeBy By,
    int Place,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rank,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lot,
    string Name,
    RegionCode Region,
    IReadOnlyList<Text> PlaceNames,
    CandidateState State
);

/// <summary>A candidate who was disqualified after the freeze.</summary>
public sealed record OutResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rank,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lot,
    string Reason
);

public sealed class ResultsResponses(ResultsTable table, NamesTable names, CandidateTable candidates, Divisions divisions)
{
    public static readonly ContestResultsResponse Open = new(ResultsState.Open, null, null, null, 0, [], null, null, [], []);

    public async Task<ContestResultsResponse> OfAsync(Contest contest, ContestResults results)
    {
        var (ranking, known) = (await table.RankingAsync(results), await names.ReadAsync(contest.Id));
        var all = (await candidates.ReadAsync(contest.Id)).Select(stored => stored.Candidate).ToList();
        return new ContestResultsResponse(
            results.State,
            results.FrozenAt,
            results.PublicUntil,
            results.FinalAt,
            results.Participants,
            [
                .. ranking
                    .Entries.Take(Leaderboard.Length)
                    .Select((entry, at) => LeaderboardEntry.Of(PlacingOf(entry, known), at + 1, divisions)),
            ],
            new LotsResponse(results.Lots, results.LotsSha256),
            DrawOf(contest, results),
            [.. all.Where(candidate => candidate.Prize is not null).Select(candidate => WinnerOf(contest, candidate))],
            [
                .. all.Where(candidate => candidate.State == CandidateState.Disqualified)
                    .Select(candidate => new OutResponse(candidate.Rank, candidate.Lot, candidate.Reason ?? "")),
            ]
        );
    }

    private static ResultsDrawResponse? DrawOf(Contest contest, ContestResults results) =>
        results.Terms.Draw is not { } draw
            ? null
            : new ResultsDrawResponse(
                draw.Source,
                draw.Issue,
                draw.DrawnAt,
                draw.Outcomes,
                results.Drawn?.Value,
                LotDrawing.Algorithm,
                results.Drawn?.Seed,
                PrizeAssignment.CandidatesOf(contest, results, PrizeBy.Draw)
            );

    private WinnerResponse WinnerOf(Contest contest, Candidate candidate) =>
        new(
            contest.Prizes![candidate.Prize!.Value].Name,
            candidate.By,
            candidate.Position,
            candidate.Rank,
            candidate.Lot,
            candidate.Name,
            candidate.Village,
            [.. divisions.NamesDownTo(candidate.Village).Skip((int)RegionLevel.County)],
            candidate.State
        );

    private static Placing PlacingOf(FrozenEntry entry, IReadOnlyDictionary<string, string> names) =>
        new(entry.Person, names.GetValueOrDefault(entry.Person, ""), entry.Village, entry.Best);
}
