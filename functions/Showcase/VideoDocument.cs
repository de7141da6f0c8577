using EStation.Regions;

namespace EStation.Showcase;

/// <summary>A video prepared for reading: what it is, and what people did with it.</summary>
/// <param name="Version">Counts how often it was prepared.</param>
/// <param name="Sources">The counties in whose ledgers something of it was counted.</param>
public sealed record VideoDocument(Video Video, VideoTally Tally, int Version, IReadOnlyList<RegionCode> Sources)
{
    public bool IsPublished => Video.State == VideoState.Published;
}
