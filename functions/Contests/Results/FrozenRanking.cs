using System.Text.Json.Serialization;
using EStation.Contests.Boards;
using EStation.Regions;

namespace EStation.Contests.Results;

/// <summary>A participant at the freeze. Names are not in the ranking, since it never changes and a name may have to go.</summary>
/// <param name="County">The county whose ledger holds the attempts.</param>
/// <param name="Lots">The person's lots, one for each chance.</param>
public sealed record FrozenEntry(
    [property: JsonPropertyName("p")] string Person,
    [property: JsonPropertyName("c")] RegionCode County,
    [property: JsonPropertyName("v")] RegionCode Village,
    [property: JsonPropertyName("b")] Best Best,
    [property: JsonPropertyName("o")] int Points,
    [property: JsonPropertyName("l")] IReadOnlyList<string> Lots
);

/// <summary>The ranking of a contest, fixed at the freeze.</summary>
public sealed class FrozenRanking(IReadOnlyList<FrozenEntry> entries)
{
    private readonly Lazy<Dictionary<string, int>> places = new(() =>
        entries.Select((entry, at) => (entry.Person, at)).ToDictionary(one => one.Person, one => one.at, StringComparer.Ordinal)
    );
    private readonly Lazy<Dictionary<string, int>> owners = new(() =>
        entries
            .SelectMany((entry, at) => entry.Lots.Select(lot => (lot, at)))
            .ToDictionary(one => one.lot, one => one.at, StringComparer.Ordinal)
    );

    public IReadOnlyList<FrozenEntry> Entries => entries;

    /// <summary>The contest's rule for ties decides; the id alone orders what is equal in everything.</summary>
    public static FrozenRanking Of(IEnumerable<FrozenEntry> entries) =>
        new([.. entries.OrderBy(entry => entry.Best).ThenBy(entry => entry.Person, StringComparer.Ordinal)]);

    public FrozenEntry? Find(string person) => places.Value.TryGetValue(person, out var at) ? entries[at] : null;

    public int? RankOf(string person) => places.Value.TryGetValue(person, out var at) ? at + 1 : null;

    public FrozenEntry OwnerOf(string lot) => entries[owners.Value[lot]];

    public IEnumerable<FrozenEntry> In(RegionCode region) => entries.Where(entry => region.Contains(entry.Village));

    /// <summary>The first of a region, with the names that the live board still knows: an erasure takes them out there.</summary>
    public IReadOnlyList<Placing> BoardOf(RegionCode region, ContestTally? live)
    {
        var names = (live?.Board.Placings ?? []).ToDictionary(placing => placing.Person, placing => placing.Name, StringComparer.Ordinal);
        return
        [
            .. In(region)
                .Take(Leaderboard.Length)
                .Select(entry => new Placing(entry.Person, names.GetValueOrDefault(entry.Person, ""), entry.Village, entry.Best)),
        ];
    }

    /// <summary>A person's rank among the participants of a region.</summary>
    public Rank? RankIn(RegionCode region, string person)
    {
        var (place, count) = (0, 0);
        foreach (var entry in In(region))
        {
            count++;
            if (entry.Person == person)
                place = count;
        }

        return place == 0 ? null : new Rank(region, place, count, Math.Round(100.0 * (count - place + 1) / count, 1));
    }
}
