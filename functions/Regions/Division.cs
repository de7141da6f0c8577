namespace EStation.Regions;

/// <summary>A division by code and name, and its parts.</summary>
public sealed record Division(RegionCode Code, Text Name)
{
    public List<Division> Children { get; } = [];
}
