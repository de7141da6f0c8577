using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>An attempt has passed after a regrade, or no longer. Place, audience and day are those of the attempt.</summary>
/// <param name="Change">1 or -1.</param>
[NewsKind("pass-corrected")]
public sealed record PassCorrected(RegionCode Village, Audience Audience, Day Day, int Change) : CountedNews(Village, Audience, Day)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.ContestPassed, Change)];
}
