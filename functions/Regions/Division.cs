namespace EStation.Regions;

/// <summary>A division by code and name, and its parts.</summary>
internal sealed record Division(RegionCode Code, Text Name)
{
    public List<Division> Children { get; } = [];
}
