using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>Somebody's rank among the participants of a region.</summary>
/// <param name="Of">How many participants there are.</param>
/// <param name="Percentile">The share of participants, in percent, that this person is level with or ahead of.</param>
public sealed record Rank(RegionCode Region, int Place, int Of, double Percentile)
{
    /// <summary>Exact for people on the board. Beyond it, equal score and whole second share a rank.</summary>
    public static Rank In(RegionCode region, ContestTally tally, string person, Best best)
    {
        var onBoard = tally.Board.Placings.Any(placing => placing.Person == person && placing.Best == best)
            ? tally.Board.RankOf(person)
            : null;
        var place = onBoard ?? tally.Bests.Ahead(best) + 1;
        // A person whose attempt is not counted yet adds one to the counted participants.
        var of = Math.Max(tally.Participants, place);
        return new Rank(region, place, of, Math.Round(100.0 * (of - place + 1) / of, 1));
    }
}
