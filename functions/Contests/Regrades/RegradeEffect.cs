using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>What a regrade changes for one person.</summary>
/// <param name="Scores">Of each ranked attempt, in order.</param>
public sealed record RegradeEffect(
    string Person,
    RegionCode Village,
    Best Before,
    Best After,
    IReadOnlyList<(int Before, int After)> Scores
)
{
    public bool ChangesScores => Scores.Any(score => score.Before != score.After);

    /// <param name="before">A person's attempts under the one key, in order.</param>
    /// <param name="after">The same under the other.</param>
    /// <returns>Null when nothing ranks.</returns>
    public static RegradeEffect? Of(IReadOnlyList<Sitting> before, IReadOnlyList<Sitting> after, DateTimeOffset until)
    {
        var pairs = before
            .Zip(after)
            .Where(pair => pair.First.Ranked is { } ranked && ranked.SubmittedAt <= until)
            .Select(pair => (Before: pair.First.Ranked!, After: pair.Second.Ranked!))
            .ToList();
        return pairs.Count == 0
            ? null
            : new RegradeEffect(
                before[0].Attempt.Person,
                before[0].Attempt.Village,
                pairs.Min(pair => pair.Before)!,
                pairs.Min(pair => pair.After)!,
                [.. pairs.Select(pair => (pair.Before.Score, pair.After.Score))]
            );
    }
}
