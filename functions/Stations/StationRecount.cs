using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Stations;

/// <summary>Certifications, from the rows <c>station|{id}</c>.</summary>
public sealed class StationRecount(LedgerTable table) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } = new HashSet<Metric> { Metric.StationsCertified };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var row in table.ReadRange(county, "station|"))
            yield return new Counted(
                RegionCode.Parse(row.GetString("Village")),
                Day.Parse(row.GetString("CertifiedOn"), null),
                Audience.None,
                Metric.StationsCertified,
                1
            );
    }
}
