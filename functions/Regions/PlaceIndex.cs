namespace EStation.Regions;

/// <summary>Finds places by name, pinyin or initials. Kept in memory: a search compares some 13,000 names.</summary>
public sealed class PlaceIndex
{
    public const int Most = 20;

    private readonly Dictionary<RegionCode, PlaceNames> byCode;

    public PlaceIndex(Divisions divisions)
    {
        var pinyin = Divisions.Read("divisions.pinyin.tsv").ToDictionary(line => line[0], line => line[1].Split(' '));
        byCode = divisions.All.ToDictionary(
            division => division.Code,
            division => new PlaceNames(division, SyllablesOf(division, pinyin[division.Code.Value]))
        );
    }

    /// <summary>The best matches: the closer match first, then counties and above, then what is near, then the larger.</summary>
    /// <param name="text">A name, or what it lies in before it: 永春 向阳.</param>
    /// <param name="within">Only places of this region.</param>
    /// <param name="near">Places of its county, then of its prefecture, come before others.</param>
    public IReadOnlyList<Division> Find(string text, RegionCode? within, RegionCode? near)
    {
        var queries = PlaceQuery.ReadingsOf(text);
        return
        [
            .. byCode
                .Values.Where(place => within is null || within.Value.Contains(place.Division.Code))
                .Select(place => (place.Division, Match: queries.Min(query => MatchOf(place, query))))
                .Where(found => found.Match is not null)
                .OrderBy(found => found.Match)
                .ThenBy(found => found.Division.Code.Level > RegionLevel.County)
                .ThenBy(found => near is null ? 0 : FarnessOf(found.Division.Code, near.Value))
                .ThenBy(found => found.Division.Code.Level)
                .ThenBy(found => found.Division.Code.Value, StringComparer.Ordinal)
                .Take(Most)
                .Select(found => found.Division),
        ];
    }

    private PlaceMatch? MatchOf(PlaceNames place, PlaceQuery query) =>
        place.MatchOf(query.Name) is { } match
        && query.Above.All(word =>
            place.Division.Code.Upwards.Skip(1).Any(above => byCode[above].MatchOf(word) is not null and not PlaceMatch.Within)
        )
            ? match
            : null;

    private static int FarnessOf(RegionCode place, RegionCode near) =>
        near.Level >= RegionLevel.County && near.County.Contains(place) ? 0
        : near.Level >= RegionLevel.Prefecture && near.At(RegionLevel.Prefecture).Contains(place) ? 1
        : 2;

    // The list of syllables goes by the listed name, of which the shown one is a part.
    private static string[] SyllablesOf(Division division, string[] listed)
    {
        var start = division.Listed.IndexOf(division.Name.Zh, StringComparison.Ordinal);
        return listed[start..(start + division.Name.Zh.Length)];
    }
}
