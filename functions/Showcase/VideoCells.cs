using EStation.Ledger;

namespace EStation.Showcase;

/// <summary>A video's totals: a row in each county in which somebody watched, liked or voted for it.</summary>
public static class VideoCells
{
    public const string Column = "Tally";

    public static readonly DocumentKind<VideoId> Kind = new(
        "video|",
        (text, out id) => VideoId.TryParse(text, null, out id),
        id => id.ToString()
    );

    public static Cell Tally(VideoId video) => new(RowOf(video), Column, RowOf(video), VideoTally.Read);

    public static string RowOf(VideoId video) => Kind.NameOf(video);
}
