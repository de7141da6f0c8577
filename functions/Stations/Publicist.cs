using EStation.Regions;

namespace EStation.Stations;

/// <summary>A village's science publicist (科普宣传员).</summary>
public sealed record Publicist(RegionCode Village, string Name, Phone Phone, DateTimeOffset Since);
