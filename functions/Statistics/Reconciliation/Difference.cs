using EStation.Counting;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

public sealed record Difference(RegionCode County, RegionCode Village, Day Day, Metric Metric, Audience Column, int Recounted, int Stored);

/// <param name="Unsettled">Rows that changed during each comparison; the next run compares them.</param>
public sealed record Comparison(IReadOnlyList<Difference> Differences, int Rows, int Unsettled);
