using Azure;
using EStation.Counting;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

/// <summary>The stored or recounted totals of a town's day in one county's ledger.</summary>
/// <param name="Read">The ETag of the stored row; null when there is none.</param>
public sealed record DayTotals(RegionCode Town, Day Day, Dictionary<RegionCode, DayTally> Villages, ETag? Read = null)
{
    public string Row => DayCells.RowOf(Town, Day);

    public IEnumerable<Difference> DifferencesFrom(DayTotals recounted, RegionCode county, IReadOnlySet<Metric> metrics) =>
        from village in Villages.Keys.Union(recounted.Villages.Keys)
        from metric in metrics
        from column in Columns.All
        let stored = Villages.GetValueOrDefault(village)?.Figures[metric, column] ?? 0
        let counted = recounted.Villages.GetValueOrDefault(village)?.Figures[metric, column] ?? 0
        where stored != counted
        select new Difference(county, village, Day, metric, column, counted, stored);

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
