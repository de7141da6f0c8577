namespace EStation.Storage;

/// <summary>What may stand in a key: everything that a client sends as an id is checked before it becomes one.</summary>
public static class TableKey
{
    private const int Longest = 64;

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
