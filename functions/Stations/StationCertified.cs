using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics;

namespace EStation.Stations;

/// <summary>A station has its plaque.</summary>
public sealed record StationCertified(RegionCode Village, Day Day) : News(Village, Audience.None, Day)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.StationsCertified, 1)];
}
