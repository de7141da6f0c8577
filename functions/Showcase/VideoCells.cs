using EStation.Ledger;

namespace EStation.Showcase;

/// <summary>Where a video's totals are: in each county where somebody saw, liked or voted for it, a row of its own.</summary>
public static class VideoCells
{
    public const string Column = "Tally";
    private const string Kind = "video|";

    public static Cell Tally(VideoId video) => new(RowOf(video), Column, RowOf(video), VideoTally.Read);

    public static string RowOf(VideoId video) => Kind + video;

    /// <summary>The video that a document's name speaks of, or null when it is about something else.</summary>
    public static VideoId? Parse(string document) =>
        document.StartsWith(Kind, StringComparison.Ordinal) && VideoId.TryParse(document[Kind.Length..], null, out var video)
            ? video
            : null;
}
