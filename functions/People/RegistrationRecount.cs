using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.People;

/// <summary>Registrations, from the rows <c>person|{id}</c>.</summary>
public sealed class RegistrationRecount(LedgerTable table) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } = new HashSet<Metric> { Metric.PeopleRegistered };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var row in table.ReadRange(county, "person|"))
        {
            var day = Day.Of(row.GetDateTimeOffset("At")!.Value);
            yield return new Counted(
                RegionCode.Parse(row.GetString("Village")),
                day,
                (Audience)row.GetInt32("Audience")!.Value,
                Metric.PeopleRegistered,
                1
            );
        }
    }
}
