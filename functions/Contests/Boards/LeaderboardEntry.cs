using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>A row of a board.</summary>
/// <param name="Name">Masked; empty of a person who was erased.</param>
/// <param name="Region">The person's village in this contest.</param>
/// <param name="PlaceNames">Of county, town and village.</param>
public sealed record LeaderboardEntry(
    int Rank,
    string Name,
    RegionCode Region,
    int Score,
    int ElapsedMs,
    DateTimeOffset SubmittedAt,
    IReadOnlyList<Text> PlaceNames
)
{
    public static LeaderboardEntry Of(Placing placing, int rank, Divisions divisions) =>
        new(
            rank,
            placing.Name,
            placing.Village,
            placing.Best.Score,
            placing.Best.ElapsedMs,
            placing.Best.SubmittedAt,
            [.. divisions.NamesDownTo(placing.Village).Skip((int)RegionLevel.County)]
        );
}
