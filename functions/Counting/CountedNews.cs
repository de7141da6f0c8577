using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Counting;

/// <summary>News that statistics count. Place and audience are those of the event: later changes have no effect.</summary>
public abstract record CountedNews(RegionCode Village, Audience Audience, Day Day) : News
{
    /// <summary>Negative for a cancellation.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(Metric Metric, int Count)> Counts => [];

    /// <summary>The participant, if any: statistics estimate the number of different people.</summary>
    [JsonIgnore]
    public virtual string? Reached => null;

    /// <summary>The day of a correction of an earlier day: audience columns have it when that month has closed.</summary>
    [JsonIgnore]
    public virtual Day? CorrectedOn => null;

    public sealed override IEnumerable<Cell> Cells() =>
        Counts.Any() || Reached is not null ? OwnCells.Append(DayCells.Of(Village, Day)) : OwnCells;

    [JsonIgnore]
    protected virtual IEnumerable<Cell> OwnCells => [];
}
