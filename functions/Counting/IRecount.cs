using EStation.Regions;

namespace EStation.Counting;

/// <summary>One thing that a record says happened, as the statistics should have it.</summary>
/// <param name="Count">0 where something was taken back on the same day.</param>
/// <param name="Person">Who took part, or null.</param>
public sealed record Counted(RegionCode Village, Day Day, Audience Audience, Metric Metric, int Count, string? Person = null);

/// <summary>
/// Counts a feature's metrics from its records, apart from news and fold, so that a mistake there is found. There is one for each metric.
/// </summary>
public interface IRecount
{
    IReadOnlySet<Metric> Metrics { get; }

    /// <summary>
    /// What the records in a county's ledger come to, whole history: who took part for the first time cannot be told from the last days
    /// alone.
    /// </summary>
    IAsyncEnumerable<Counted> CountAsync(RegionCode county);
}
