namespace EStation.Regions;

public sealed record Division(RegionCode Code, Text Name)
{
    public List<Division> Children { get; } = [];
}
