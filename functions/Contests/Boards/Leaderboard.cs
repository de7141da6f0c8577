using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.Contests.Boards;

public sealed record Placing(
    [property: JsonPropertyName("p")] string Person,
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("v")] RegionCode Village,
    [property: JsonPropertyName("b")] Best Best
);

/// <summary>The best 100 of a place. Bests only improve and stay, so each part's first 100 are enough.</summary>
public sealed class Leaderboard(IEnumerable<Placing> placings)
{
    public const int Length = 100;

    private readonly List<Placing> placings = [.. placings];

    public IReadOnlyList<Placing> Placings => placings;

    public void Add(Placing placing)
    {
        var present = placings.FindIndex(other => other.Person == placing.Person);
        if (present >= 0 && !placing.Best.IsBetterThan(placings[present].Best))
            return;
        if (present >= 0)
            placings.RemoveAt(present);
        var at = placings.FindIndex(other => Compare(placing, other) < 0);
        placings.Insert(at < 0 ? placings.Count : at, placing);
        if (placings.Count > Length)
            placings.RemoveAt(Length);
    }

    public void Forget(string person)
    {
        var present = placings.FindIndex(placing => placing.Person == person);
        if (present >= 0)
            placings[present] = placings[present] with { Name = "" };
    }

    public void Merge(Leaderboard other)
    {
        foreach (var placing in other.placings)
            Add(placing);
    }

    public int? RankOf(string person) => placings.FindIndex(placing => placing.Person == person) is var at and >= 0 ? at + 1 : null;

    /// <summary>A person's row and the nearest on either side, with their ranks; nothing when the person is not on the board.</summary>
    /// <param name="reach">How many on either side.</param>
    public IEnumerable<(int Rank, Placing Placing)> Around(string person, int reach) =>
        RankOf(person) is { } rank
            ? placings.Select((placing, at) => (Rank: at + 1, Placing: placing)).Where(row => Math.Abs(row.Rank - rank) <= reach)
            : [];

    // Equal bests are ordered by person, so that the order is the same on each instance.
    private static int Compare(Placing one, Placing other) =>
        one.Best.CompareTo(other.Best) is var byBest and not 0 ? byBest : string.CompareOrdinal(one.Person, other.Person);
}
