using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Stations;

[NewsKind("station")]
public sealed record StationCertified(RegionCode Village, Day Day) : CountedNews(Village, Audience.None, Day)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.StationsCertified, 1)];
}
