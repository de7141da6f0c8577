using System.Text.Json.Serialization;

namespace EStation.Showcase;

/// <param name="Url">The rendition for those who choose none.</param>
/// <param name="Renditions">The smallest first.</param>
/// <param name="Audio">The sound alone, for the slowest lines.</param>
public sealed record PlaybackResponse(
    Uri Url,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<RenditionResponse> Renditions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AudioResponse? Audio,
    IReadOnlyList<CaptionResponse> Captions
);

/// <param name="Height">The lines of the shorter side.</param>
public sealed record RenditionResponse(int Height, long Bytes, Uri Url);

public sealed record AudioResponse(long Bytes, Uri Url);

public sealed record CaptionResponse(Language Language, Uri Url);
