using System.Globalization;
using System.Text;

namespace EStation;

/// <summary>What may stand in a text, and when two texts are the same to a reader.</summary>
public static class Characters
{
    private const char FirstWide = '\uff01';
    private const char LastWide = '\uff5e';
    private const char WideSpace = '\u3000';

    /// <summary>Full-width forms of ASCII as ASCII: phones write them where a Chinese keyboard is on.</summary>
    public static string Narrow(string text) =>
        string.Create(
            text.Length,
            text,
            static (narrow, wide) =>
            {
                for (var i = 0; i < narrow.Length; i++)
                    narrow[i] = Narrow(wide[i]);
            }
        );

    /// <summary>The text as a reader sees it: equal for texts that differ by width, by white space or by what cannot be seen.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in Narrow(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (seen.Length > 0 && seen[^1] != ' ')
                    seen.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                seen.Append(rune.ToString());
            }
        }

        return seen.ToString().TrimEnd(' ');
    }

    /// <summary>Whether anything of the text can be seen.</summary>
    public static bool IsVisible(string text) => text.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && !IsInvisible(rune));

    /// <summary>
    /// Characters that no text needs and that spoil others': noncharacters, and overrides of the direction of writing. Joiners and the
    /// Mongolian marks stay: letters are spelt with them.
    /// </summary>
    public static bool IsForbidden(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is (>= 0xFDD0 and <= 0xFDEF) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static char Narrow(char letter) =>
        letter is >= FirstWide and <= LastWide ? (char)(letter - FirstWide + '!')
        : letter == WideSpace ? ' '
        : letter;

    // Hangul fillers are letters to Unicode, and nothing to a reader.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F);
}
