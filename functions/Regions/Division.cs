namespace EStation.Regions;

/// <summary>A division by code and name, and its parts.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Listed">As the official list has it.</param>
public sealed record Division(RegionCode Code, Text Name, string Listed)
{
    public List<Division> Children { get; } = [];
}
