namespace EStation.Contests.Draws;

/// <summary>The digits of a public value: one space between numbers, whatever was typed there.</summary>
public static class DrawValue
{
    /// <summary>Fewer digits cannot say <see cref="DrawTerms.FewestOutcomes"/> values.</summary>
    public const int FewestDigits = 7;

    public static string Of(string typed) =>
        string.Join(
            ' ',
            new string([.. Characters.Narrow(typed).Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    public static bool IsLongEnough(string value) => value.Count(char.IsAsciiDigit) >= FewestDigits;
}
