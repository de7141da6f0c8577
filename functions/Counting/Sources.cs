using EStation.Ledger;
using EStation.Regions;

namespace EStation.Counting;

/// <summary>The counties whose ledgers hold totals of a document.</summary>
public static class Sources
{
    /// <summary>The counties known so far and those that have changed, in a fixed order.</summary>
    public static IReadOnlyList<RegionCode> Of(IEnumerable<RegionCode>? known, IEnumerable<Partition> changedIn) =>
        [
            .. (known ?? [])
                .Union(changedIn.Select(partition => RegionCode.Parse(partition.Key)))
                .OrderBy(source => source.Value, StringComparer.Ordinal),
        ];

    /// <summary>Sources as they are stored: codes with commas.</summary>
    public static string Write(IEnumerable<RegionCode> sources) => string.Join(',', sources);

    public static IReadOnlyList<RegionCode> Read(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(source => RegionCode.Parse(source))];
}
