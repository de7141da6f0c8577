using System.Globalization;

namespace EStation.People;

/// <summary>GB/T 3304: 01 to 56, 97 other, 98 foreign descent.</summary>
public static class EthnicGroups
{
    public static bool Contains(string code) =>
        code.Length == 2
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is (>= 1 and <= 56) or 97 or 98;
}
