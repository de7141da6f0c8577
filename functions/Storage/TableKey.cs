namespace EStation.Storage;

/// <summary>The characters allowed in a key: every id from a client is checked before its use in a key.</summary>
public static class TableKey
{
    private const int Longest = 64;

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
