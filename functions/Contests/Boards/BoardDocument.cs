using System.Security.Cryptography;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <param name="Villages">By village where the region is a town; else empty.</param>
/// <param name="Sources">The counties whose ledgers hold totals of this town, since records stay in the county of registration.</param>
public sealed record BoardDocument(
    DateTimeOffset AsOf,
    ContestTally Tally,
    IReadOnlyDictionary<RegionCode, ContestTally> Villages,
    IReadOnlyList<RegionCode> Sources
)
{
    /// <summary>A hash without the time of preparation: equal figures have equal ETags.</summary>
    public string Figures { get; init; } = FiguresOf(Tally, Villages);

    public ContestTally? TallyOf(RegionCode region) => region.Level == RegionLevel.Village ? Villages.GetValueOrDefault(region) : Tally;

    private static string FiguresOf(ContestTally tally, IReadOnlyDictionary<RegionCode, ContestTally> villages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(tally.Write());
        foreach (var (village, part) in villages.OrderBy(village => village.Key.Value, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.ASCII.GetBytes(village.Value));
            hash.AppendData(part.Write());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
