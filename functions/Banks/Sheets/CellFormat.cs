using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelNumberFormat;

namespace EStation.Banks.Sheets;

/// <summary>
/// Shows values as Excel in Chinese does. Cells with an unknown format, or one that depends on the computer, are refused.
/// </summary>
public sealed partial class CellFormat(string code, bool from1904 = false)
{
    public const string General = "General";

    /// <summary>Excel's own limit.</summary>
    public const int LongestCode = 255;

    private const string HalfDays = "上午/下午";
    private const double SecondsOfADay = 86_400;
    private const double LastDay = 2_958_466; // the last is 9999-12-31
    private const double DaysTo1904 = 1462;
    private const double MostDigits = 1e15; // the precision of a double

    private readonly NumberFormat? format = Understood(code);
    private readonly bool hasWeekday = Weekday().IsMatch(code);
    private readonly bool hasDay = DayMark().IsMatch(WithoutLiterals(code));
    private readonly bool hasFraction = Fraction().IsMatch(code);

    /// <summary>The format code of the file, or its id.</summary>
    public string Code => code;

    public static string NotKnown(int id) => $"[{id}";

    private bool IsGeneral => code.Equals(General, StringComparison.OrdinalIgnoreCase) || code is "" or "G/通用格式";

    public string? Show(string text) =>
        IsGeneral || !code.Contains('@', StringComparison.Ordinal) ? text : format?.Format(text, CultureInfo.InvariantCulture);

    public string? Show(double value)
    {
        if (IsGeneral || code == "@")
            return ShowGeneral(value);
        if (format is null || Math.Abs(value) >= MostDigits)
            return null;
        var isTime = format.IsDateTimeFormat || format.IsTimeSpanFormat;
        if ((format.IsDateTimeFormat || hasWeekday) && (value < (hasWeekday || hasDay ? 1 : 0) || value >= LastDay))
            return null; // Excel shows #### or a day that does not exist
        if (isTime && !hasFraction)
            value = Math.Round(value * SecondsOfADay, MidpointRounding.AwayFromZero) / SecondsOfADay;
        var shown = WithWeekday(value).Format(value, CultureInfo.InvariantCulture, from1904).Trim();
        return code.Contains(HalfDays, StringComparison.Ordinal)
            ? shown.Replace("AM", "上午", StringComparison.Ordinal).Replace("PM", "下午", StringComparison.Ordinal)
            : shown;
    }

    // At most 11 characters: Excel shows a longer number with an exponent, which no author wants.
    private static string? ShowGeneral(double value)
    {
        const double TooLarge = 1e11;
        const double TooSmall = 1e-4;
        const int Digits = 10;
        var size = Math.Abs(value);
        if (size >= TooLarge || size is > 0 and < TooSmall)
            return null;
        var whole = size < 1 ? 1 : (int)Math.Floor(Math.Log10(size)) + 1;
        return Math.Round((decimal)value, Math.Max(0, Digits - whole), MidpointRounding.AwayFromZero)
            .ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private static NumberFormat? Understood(string code)
    {
        if (Unknown().IsMatch(code))
            return null;
        if (
            (OtherThanEnglish().IsMatch(code) && Names().IsMatch(WithoutLiterals(code)))
            || (OtherThanChinese().IsMatch(code) && Weekday().IsMatch(code))
        )
            return null;
        var plain =
            SystemDay().IsMatch(code) ? "yyyy\"年\"m\"月\"d\"日\""
            : SystemTime().IsMatch(code) ? "h:mm:ss"
            : Quoted(code);
        return new NumberFormat(plain) is { IsValid: true } format ? format : null;
    }

    // The library knows only the English names of days.
    private NumberFormat WithWeekday(double value)
    {
        if (!hasWeekday)
            return format!;
        var day = (int)((Math.Floor(value) + (from1904 ? DaysTo1904 : 0) + 6) % 7);
        return new NumberFormat(Quoted(Weekday().Replace(code, match => $"\"{(match.Length > 3 ? "星期" : "")}{"日一二三四五六"[day]}\"")));
    }

    /// <summary>Adds the backslash before literal characters that the library needs and Excel in Chinese does not.</summary>
    private static string Quoted(string code)
    {
        var quoted = new StringBuilder();
        var plain = Weekday()
            .Replace(code, "\"星期\"")
            .Replace(HalfDays, "AM/PM", StringComparison.Ordinal)
            .Replace("G/通用格式", General, StringComparison.Ordinal);
        foreach (Match part in Parts().Matches(plain))
        {
            if (part.Value[0] == '!' && part.Length == 2)
                quoted.Append('\\').Append(part.Value[1]);
            else if (part.Length == 1 && part.Value[0] > '\u007f')
                quoted.Append('\\').Append(part.Value);
            else
                quoted.Append(part.Value);
        }

        return quoted.ToString();
    }

    private static string WithoutLiterals(string code) =>
        string.Concat(Parts().Matches(code).Where(part => part.Length == 1).Select(part => part.Value));

    // A quoted text, a bracket, an escaped or padding character, or one character.
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\!_*].|.", RegexOptions.Singleline)]
    private static partial Regex Parts();

    // Chinese numerals, other calendars, eras.
    [GeneratedRegex("\\[DBNum|\\[\\$-(?!x-)[0-9a-f]{5,}|g{2,}e|b{2,4}", RegexOptions.IgnoreCase)]
    private static partial Regex Unknown();

    [GeneratedRegex("^\\[\\$-(x-sysdate|F800)", RegexOptions.IgnoreCase)]
    private static partial Regex SystemDay();

    [GeneratedRegex("^\\[\\$-(x-systime|F400)", RegexOptions.IgnoreCase)]
    private static partial Regex SystemTime();

    [GeneratedRegex("\\[\\$[^\\]]*-(?!(0*409|0*809|en|F[48]00|x-sys))[^\\]]*\\]", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanEnglish();

    [GeneratedRegex("\\[\\$[^\\]]*-(?!(0*804|zh))[^\\]]*\\]", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanChinese();

    // The names of months and days are in the language of the format.
    [GeneratedRegex("m{3,}|d{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex("a{3,4}(?![^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex("[yd]", RegexOptions.IgnoreCase)]
    private static partial Regex DayMark();

    [GeneratedRegex("s\\.0", RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();
}
