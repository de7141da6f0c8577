namespace EStation.Regions;

/// <summary>A word of a search: a name, or letters of its pinyin.</summary>
/// <param name="Bare">Without the kind of place: who types 榆树县 finds 榆树市.</param>
public sealed record PlaceWord(string Text, string Bare, bool IsLetters)
{
    public static PlaceWord Of(string typed)
    {
        if (typed.All(character => char.IsAscii(character) || character is 'ü' or 'Ü'))
            return new PlaceWord(Letters(typed), "", IsLetters: true);
        var name = PlaceName.WithoutCommittee(typed);
        return new PlaceWord(name, PlaceName.Bare(name), IsLetters: false);
    }

    /// <summary>Letters as they are compared: ü is typed as v, u or yu.</summary>
    public static string Letters(string typed) =>
        string.Concat(typed.ToLowerInvariant().Where(character => character is not ('\'' or '-')))
            .Replace('ü', 'u')
            .Replace('v', 'u')
            .Replace("lyu", "lu", StringComparison.Ordinal)
            .Replace("nyu", "nu", StringComparison.Ordinal);
}

/// <summary>A name, and names of places around it.</summary>
public sealed record PlaceQuery(PlaceWord Name, IReadOnlyList<PlaceWord> Above)
{
    /// <summary>Words may be what a place lies in, or the syllables of one name.</summary>
    public static IReadOnlyList<PlaceQuery> ReadingsOf(string text)
    {
        var words = text.Split([' ', '　', ',', '，', '、', '·'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var places = new PlaceQuery(PlaceWord.Of(words[^1]), [.. words[..^1].Select(PlaceWord.Of)]);
        return words.Length > 1 ? [places, new PlaceQuery(PlaceWord.Of(string.Concat(words)), [])] : [places];
    }
}
