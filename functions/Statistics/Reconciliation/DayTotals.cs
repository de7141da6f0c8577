using Azure;
using EStation.Counting;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

/// <summary>A town's day in one county's ledger: as it is stored, or as it was recounted.</summary>
/// <param name="Read">The ETag that it was read with; null when it is not stored.</param>
public sealed record DayTotals(RegionCode Town, Day Day, Dictionary<RegionCode, DayTally> Villages, ETag? Read = null)
{
    public string Row => DayCells.RowOf(Town, Day);

    /// <summary>The figures that differ, of the metrics that were recounted.</summary>
    public IEnumerable<Difference> DifferencesFrom(DayTotals recounted, RegionCode county, IReadOnlySet<Metric> metrics) =>
        from village in Villages.Keys.Union(recounted.Villages.Keys)
        from metric in metrics
        from column in Columns.All
        let stored = Villages.GetValueOrDefault(village)?.Figures[metric, column] ?? 0
        let counted = recounted.Villages.GetValueOrDefault(village)?.Figures[metric, column] ?? 0
        where stored != counted
        select new Difference(county, village, Day, metric, column, counted, stored);

    /// <summary>As it is stored, but with the metrics that were recounted.</summary>
    public DayTotals MendedBy(DayTotals recounted, IReadOnlySet<Metric> metrics)
    {
        var villages = Villages
            .Keys.Union(recounted.Villages.Keys)
            .ToDictionary(
                village => village,
                village =>
                {
                    var mended = new DayTally();
                    if (recounted.Villages.TryGetValue(village, out var counted))
                        mended.Merge(counted);
                    if (Villages.TryGetValue(village, out var stored))
                        mended.Merge(stored.Without(metrics));
                    return mended;
                }
            );
        return this with { Villages = villages };
    }
}
