using System.Security.Cryptography;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>What a contest has come to in a region, prepared for reading.</summary>
/// <param name="Tally">Of the whole region.</param>
/// <param name="Villages">Of each village, where the region is a town; else empty.</param>
/// <param name="Sources">The counties in whose ledgers totals of this town were found: people who have moved count where they live but are
/// kept where they registered.</param>
public sealed record BoardDocument(
    DateTimeOffset AsOf,
    ContestTally Tally,
    IReadOnlyDictionary<RegionCode, ContestTally> Villages,
    IReadOnlyList<RegionCode> Sources
)
{
    /// <summary>A hash of what is in it, without when it was prepared: equal figures, equal ETag.</summary>
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
