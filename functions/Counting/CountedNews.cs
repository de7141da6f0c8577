using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Counting;

/// <summary>
/// News that the statistics count, at a place and on a day. They carry the place and the audience as they were when it happened, so later
/// changes of a profile change nothing that was counted.
/// </summary>
public abstract record CountedNews(RegionCode Village, Audience Audience, Day Day) : News
{
    /// <summary>What the statistics add at the place and on the day; negative where something is taken back.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(Metric Metric, int Count)> Counts => [];

    /// <summary>The person who took part in something, or null. The statistics estimate how many different people these are.</summary>
    [JsonIgnore]
    public virtual string? Reached => null;

    /// <summary>The cells of the feature's own totals, and of the day's.</summary>
    public sealed override IEnumerable<Cell> Cells() =>
        Counts.Any() || Reached is not null ? OwnCells.Append(DayCells.Of(Village, Day)) : OwnCells;

    /// <summary>The cells of the feature's own totals.</summary>
    [JsonIgnore]
    protected virtual IEnumerable<Cell> OwnCells => [];
}
