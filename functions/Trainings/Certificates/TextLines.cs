using System.Text;

namespace EStation.Trainings.Certificates;

/// <summary>Breaks text into lines by an estimate of its width: a Chinese or Korean letter is as wide as its size, a Latin one less.</summary>
public static class TextLines
{
    /// <summary>From one line to the next, in sizes.</summary>
    public const double Leading = 1.35;

    private const double Latin = 0.6;
    private const double Step = 0.94;

    /// <summary>A word without an end is broken all the same.</summary>
    private const double Longest = 12;

    /// <summary>In sizes of the letters.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? Latin : 1);

    /// <summary>All texts, each beginning a line, in the largest size in which they fit.</summary>
    public static (IReadOnlyList<string> Lines, double Size) Fit(IReadOnlyList<string> texts, double width, double height, double largest)
    {
        for (var size = largest; ; size *= Step)
        {
            string[] lines = [.. texts.SelectMany(text => Break(text, width / size))];
            if (lines.Length * size * Leading <= height)
                return (lines, size);
        }
    }

    private static bool BeginsNoLine(string word) => "，。、；：！？”’）》".Contains(word[0], StringComparison.Ordinal);

    // Korean and Latin words stay whole where they can; Chinese breaks anywhere.
    private static IEnumerable<string> Break(string text, double width)
    {
        var line = new StringBuilder();
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && WidthOf(line.ToString()) + WidthOf(word.TrimEnd()) > width && !BeginsNoLine(word))
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
            }

            line.Append(word);
        }

        yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            word.Append(rune.ToString());
            if (rune.Value is ' ' or 0x201D or >= 0x2E80 and < 0xAC00 or >= 0xFF00 || WidthOf(word.ToString()) > Longest)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
