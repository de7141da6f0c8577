using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.People;

[NewsKind("registered")]
public sealed record PersonRegistered(RegionCode Village, Audience Audience, Day Day) : CountedNews(Village, Audience, Day)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.PeopleRegistered, 1)];
}
