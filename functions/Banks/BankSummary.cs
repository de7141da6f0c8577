using EStation.Regions;

namespace EStation.Banks;

/// <summary>A question bank in its present version, without its questions.</summary>
/// <param name="Region">Whose administrators may read and change it; contests there and below may draw from it.</param>
/// <param name="Hash">Of the file that this version came from.</param>
internal sealed record BankSummary(
    string Id, int Version, string Name, RegionCode Region, string Hash, int Ranked, int Practice, IReadOnlyList<string> Categories, DateTimeOffset ImportedAt)
{
    public int Questions => Ranked + Practice;
}
