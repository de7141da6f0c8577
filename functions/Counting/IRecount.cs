using EStation.Regions;

namespace EStation.Counting;

/// <param name="Count">0 for an event that was cancelled on the same day.</param>
public sealed record Counted(RegionCode Village, Day Day, Audience Audience, Metric Metric, int Count, string? Person = null);

/// <summary>Recounts a feature's metrics from its records, independently of news and fold, to detect their errors.</summary>
public interface IRecount
{
    IReadOnlySet<Metric> Metrics { get; }

    /// <summary>Reads the county's whole history, since a first participation is not visible in recent days alone.</summary>
    IAsyncEnumerable<Counted> CountAsync(RegionCode county);
}
