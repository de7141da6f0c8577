using EStation.Showcase.Uploads;

namespace EStation.Showcase.Reviews;

public enum ReviewKind
{
    Film,
    Caption,
    Appeal,
}

/// <param name="Film">The number of the submission. The decision sends it back, so that it applies to this submission.</param>
/// <param name="Second">A reviewer has asked for a second one.</param>
/// <param name="MayDecide">False for the caller's own, for a second opinion on the caller's first, and for an appeal that a higher place
/// decides.</param>
/// <param name="Frames">Pictures of the film; empty when there are none.</param>
public sealed record QueuedVideoResponse(
    VideoId Id,
    ReviewKind Kind,
    int Film,
    string Title,
    ScientificField? Field,
    Language Language,
    DateTimeOffset WaitingSince,
    bool Second,
    bool MayDecide,
    Link Preview,
    Link Poster,
    IReadOnlyList<Link> Frames,
    OwnVideoResponse Video
);
