using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics;

namespace EStation.People;

/// <summary>Somebody named a village for the first time.</summary>
public sealed record PersonRegistered(RegionCode Village, Audience Audience, Day Day) : News(Village, Audience, Day)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.PeopleRegistered, 1)];
}
