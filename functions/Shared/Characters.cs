using System.Globalization;
using System.Text;

namespace EStation;

public static class Characters
{
    private const char FirstWide = '\uff01';
    private const char LastWide = '\uff5e';
    private const char WideSpace = '\u3000';

    /// <summary>Maps full-width forms to ASCII: a Chinese keyboard on a phone writes them.</summary>
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

    /// <summary>A normal form: equal for texts that differ only in width, white space or invisible characters.</summary>
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

    public static bool IsVisible(string text) => text.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && !IsInvisible(rune));

    /// <summary>Noncharacters and overrides of the writing direction. Joiners and Mongolian marks are allowed, because spelling needs
    /// them.</summary>
    public static bool IsForbidden(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is (>= 0xFDD0 and <= 0xFDEF) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static char Narrow(char letter) =>
        letter is >= FirstWide and <= LastWide ? (char)(letter - FirstWide + '!')
        : letter == WideSpace ? ' '
        : letter;

    // Unicode classifies Hangul fillers as letters, but they are invisible.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F);
}
