using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>My rank in a region, and who is just ahead and behind.</summary>
/// <param name="Neighbours">My row and the nearest two on either side; empty when I am not among the first 100.</param>
public sealed record RankResponse(
    RegionCode Region,
    int Rank,
    int Of,
    double Percentile,
    Text RegionName,
    IReadOnlyList<LeaderboardEntry> Neighbours
)
{
    private const int Reach = 2;

    public static RankResponse From(Rank rank, Leaderboard board, string person, Divisions divisions) =>
        new(
            rank.Region,
            rank.Place,
            rank.Of,
            rank.Percentile,
            divisions.Find(rank.Region)?.Name ?? new Text(rank.Region.Value),
            [.. board.Around(person, Reach).Select(row => LeaderboardEntry.Of(row.Placing, row.Rank, divisions))]
        );
}
