namespace EStation.Regions;

/// <summary>From the province down; the order is that of the code's length.</summary>
public enum RegionLevel
{
    Province,
    Prefecture,
    County,
    Town,
    Village,
}
