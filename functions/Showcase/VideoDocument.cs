using EStation.Regions;

namespace EStation.Showcase;

/// <param name="Version">The number of preparations so far.</param>
/// <param name="Sources">The counties whose ledgers hold counts of the video.</param>
public sealed record VideoDocument(Video Video, VideoTally Tally, int Version, IReadOnlyList<RegionCode> Sources)
{
    public bool IsPublished => Video.State == VideoState.Published;
}
