namespace EStation.People;

/// <summary>Names as others see them: 王小明 is shown as 王**.</summary>
public static class Masked
{
    public static string Name(string? name) => name is { Length: > 0 } ? char.ConvertFromUtf32(char.ConvertToUtf32(name, 0)) + "**" : "**";
}
