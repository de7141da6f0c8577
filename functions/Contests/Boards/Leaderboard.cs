using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.Contests.Boards;

public sealed record Placing(
    [property: JsonPropertyName("p")] string Person,
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("v")] RegionCode Village,
    [property: JsonPropertyName("b")] Best Best
);

/// <summary>
/// The best of a place. Parts keep more than a board shows, since people can leave it. What has fallen off is unknown: nothing worse than
/// the best of it is added.
/// </summary>
/// <param name="fallen">The best placing that ever fell off.</param>
public sealed class Leaderboard(IEnumerable<Placing> placings, Placing? fallen = null)
{
    public const int Length = 100;

    /// <summary>So many can leave a board before it has to be made from the records again.</summary>
    public const int Spare = 20;

    private readonly List<Placing> placings = [.. placings];

    public IReadOnlyList<Placing> Placings => placings;

    public Placing? Fallen { get; private set; } = fallen;

    /// <summary>People are missing who have fallen off earlier.</summary>
    public bool IsShort => Fallen is not null && placings.Count < Length;

    /// <summary>The placings that a board shows.</summary>
    public Leaderboard Shown() => new(placings.Take(Length));

    public void Add(Placing placing)
    {
        var present = placings.FindIndex(other => other.Person == placing.Person);
        if (present >= 0 && !placing.Best.IsBetterThan(placings[present].Best))
            return;
        if (present >= 0)
            placings.RemoveAt(present);
        if (Fallen is not null && Compare(placing, Fallen) > 0)
            return;
        var at = placings.FindIndex(other => Compare(placing, other) < 0);
        placings.Insert(at < 0 ? placings.Count : at, placing);
        if (placings.Count <= Length + Spare)
            return;
        Fallen = placings[^1];
        placings.RemoveAt(Length + Spare);
    }

    public void Remove(string person) => placings.RemoveAll(placing => placing.Person == person);

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
