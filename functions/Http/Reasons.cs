using System.Text.RegularExpressions;

namespace EStation.Http;

/// <summary>
/// Says in a reader's language what is wrong with a field. The program writes reasons in English; what has no words here stays so.
/// </summary>
public static class Reasons
{
    private static readonly IReadOnlyList<Words> All = Read();

    public static string In(Language language, string reason)
    {
        if (language is Language.En or Language.Mn)
            return reason;
        foreach (var words in All)
        {
            if (words.Pattern.Match(reason) is { Success: true } match)
                return string.Format(
                    null,
                    language == Language.Ko ? words.Ko : words.Zh,
                    [.. match.Groups.Values.Skip(1).Select(group => (object)group.Value)]
                );
        }

        return reason;
    }

    internal static bool Know(string reason) => All.Any(words => words.Pattern.IsMatch(reason));

    private static IReadOnlyList<Words> Read()
    {
        using var reader = new StreamReader(typeof(Reasons).Assembly.GetManifestResourceStream("reasons.tsv")!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(cells => new Words(PatternOf(cells[0]), cells[1], cells[2])),
        ];
    }

    // Words with a value in them come in the order of the file: the more particular before the others.
    private static Regex PatternOf(string reason) =>
        new($"^{Regex.Replace(Regex.Escape(reason), @"\\\{\d}", "(.+?)")}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private sealed record Words(Regex Pattern, string Zh, string Ko);
}
