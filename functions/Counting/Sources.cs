using EStation.Ledger;
using EStation.Regions;

namespace EStation.Counting;

public static class Sources
{
    public static IReadOnlyList<RegionCode> Of(IEnumerable<RegionCode>? known, IEnumerable<Partition> changedIn) =>
        [
            .. (known ?? [])
                .Union(changedIn.Select(partition => RegionCode.Parse(partition.Key)))
                .OrderBy(source => source.Value, StringComparer.Ordinal),
        ];

    public static string Write(IEnumerable<RegionCode> sources) => string.Join(',', sources);

    public static IReadOnlyList<RegionCode> Read(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(source => RegionCode.Parse(source))];
}
