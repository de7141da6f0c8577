namespace EStation.People;

/// <summary>Masks a name for others: 王小明 becomes 王**.</summary>
public static class Masked
{
    public static string Name(string? name) => name is { Length: > 0 } ? char.ConvertFromUtf32(char.ConvertToUtf32(name, 0)) + "**" : "**";
}
