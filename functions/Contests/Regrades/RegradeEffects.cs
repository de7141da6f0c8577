using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>What a regrade changes for everybody.</summary>
public static class RegradeEffects
{
    public static RegradePreview PreviewOf(IReadOnlyCollection<RegradeEffect> effects, Contest contest)
    {
        var scores = effects.SelectMany(effect => effect.Scores).ToList();
        return new RegradePreview(
            scores.Count,
            scores.Count(score => score.After > score.Before),
            scores.Count(score => score.After < score.Before),
            scores.Count(score => score.Before < contest.PassMark && score.After >= contest.PassMark),
            scores.Count(score => score.Before >= contest.PassMark && score.After < contest.PassMark),
            [.. BoardsOf(effects, contest)]
        );
    }

    /// <summary>Of the contest's region.</summary>
    public static (Ranking Before, Ranking After) RankingsOf(IReadOnlyCollection<RegradeEffect> effects) =>
        (
            new Ranking(effects.Select(effect => (effect.Person, effect.Before))),
            new Ranking(effects.Select(effect => (effect.Person, effect.After)))
        );

    private static IEnumerable<BoardChange> BoardsOf(IReadOnlyCollection<RegradeEffect> effects, Contest contest) =>
        effects
            .SelectMany(effect =>
                effect
                    .Village.Upwards.Where(region => region.Level <= RegionLevel.County && contest.Region.Contains(region))
                    .Select(region => (Region: region, Effect: effect))
            )
            .GroupBy(one => one.Region, one => one.Effect)
            .Where(own => own.Any(effect => effect.ChangesScores))
            .Select(own => ChangeOf(own.Key, RankingsOf([.. own])))
            .Where(change => change is not { Entered: 0, Left: 0, Moved: 0 })
            .OrderBy(change => change.Region.Level)
            .ThenBy(change => change.Region.Value, StringComparer.Ordinal);

    private static BoardChange ChangeOf(RegionCode region, (Ranking Before, Ranking After) rankings)
    {
        var (before, after) = (rankings.Before.Board, rankings.After.Board);
        return new BoardChange(
            region,
            after.Except(before).Count(),
            before.Except(after).Count(),
            before.Intersect(after).Count(person => rankings.Before.RankOf(person) != rankings.After.RankOf(person))
        );
    }
}
