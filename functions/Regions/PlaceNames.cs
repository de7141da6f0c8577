namespace EStation.Regions;

/// <summary>How well a name fits what was typed, best first.</summary>
public enum PlaceMatch
{
    Whole,
    Beginning,
    Initials,
    BeginningOfInitials,
    Within,
}

/// <summary>A place under all names by which it is found.</summary>
public sealed class PlaceNames
{
    private const int LeastWithin = 2;

    private readonly string[] names;
    private readonly string[] spellings;
    private readonly string[] initials;

    /// <param name="syllables">One for each character of the Chinese name; two ways to say it are divided by a slash.</param>
    public PlaceNames(Division division, IReadOnlyList<string> syllables)
    {
        Division = division;
        var (name, korean) = (division.Name.Zh, division.Name.Ko);
        var bare = PlaceName.Bare(name).Length;
        names = [.. new[] { name, name[..bare], korean }.OfType<string>().Distinct()];
        // Letters come in two lengths, whole and bare, for each way to say the name.
        var ways = Enumerable
            .Range(0, syllables.Max(syllable => syllable.Count(letter => letter == '/')) + 1)
            .Select(way => Way(syllables, way));
        var forms = ways.SelectMany(way => new[] { way, way[..bare] }).ToList();
        spellings = [.. forms.Select(form => string.Concat(form)).Distinct()];
        initials = [.. forms.Select(form => string.Concat(form.Select(syllable => syllable[..1]))).Distinct()];
    }

    public Division Division { get; }

    public PlaceMatch? MatchOf(PlaceWord word) =>
        word.IsLetters ? MatchOfLetters(word.Text)
        : names.Any(name => name == word.Text || name == word.Bare) ? PlaceMatch.Whole
        : names.Any(name => name.StartsWith(word.Text, StringComparison.Ordinal)) ? PlaceMatch.Beginning
        : word.Text.Length >= LeastWithin && names[0].Contains(word.Text, StringComparison.Ordinal) ? PlaceMatch.Within
        : null;

    private PlaceMatch? MatchOfLetters(string letters) =>
        spellings.Contains(letters) ? PlaceMatch.Whole
        : spellings.Any(spelling => spelling.StartsWith(letters, StringComparison.Ordinal)) ? PlaceMatch.Beginning
        : initials.Contains(letters) ? PlaceMatch.Initials
        : initials.Any(form => form.StartsWith(letters, StringComparison.Ordinal)) ? PlaceMatch.BeginningOfInitials
        : null;

    private static string[] Way(IReadOnlyList<string> syllables, int way) =>
        [.. syllables.Select(syllable => syllable.Split('/')).Select(ways => PlaceWord.Letters(ways[Math.Min(way, ways.Length - 1)]))];
}
