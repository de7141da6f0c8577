using EStation.Counting;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

/// <summary>A figure that is stored otherwise than the records say.</summary>
public sealed record Difference(RegionCode County, RegionCode Village, Day Day, Metric Metric, Audience Column, int Recounted, int Stored);

/// <summary>What comparing a county has come to.</summary>
/// <param name="Unsettled">Rows that changed each time they were looked at: for the next time.</param>
public sealed record Comparison(IReadOnlyList<Difference> Differences, int Rows, int Unsettled);
