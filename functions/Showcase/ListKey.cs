using System.Globalization;
using EStation.Regions;

namespace EStation.Showcase;

public readonly record struct ListKey(string List, string Place)
{
    private const string Any = "-";

    public static string Queue(RegionCode region) => $"queue|{region}";

    public static string Reported(RegionCode region) => $"reported|{region}";

    /// <summary>Published videos of a region, optionally of one campaign or theme; the newest first.</summary>
    public static string Newest(string? campaign, string? theme, RegionCode region) => "newest|" + Selection(campaign, theme, region);

    public static string Popular(string? campaign, string? theme, RegionCode region) => "popular|" + Selection(campaign, theme, region);

    public static string Votes(string campaign) => "votes|" + campaign;

    public static IEnumerable<ListKey> Of(Video video, VideoTally tally) =>
        video.State switch
        {
            VideoState.InReview => QueueKeys(video, video.Film!.SubmittedAt),
            VideoState.Published => NewestKeys(video).Concat(tally.Reports > 0 ? ReportedKeys(video) : []),
            _ => [],
        };

    /// <summary>The rows that a video may ever have had. Reports never decrease: a video without reports was never in that list.</summary>
    public static IEnumerable<ListKey> EverOf(Video video, VideoTally tally) =>
        video
            .Reviews.SelectMany(review => QueueKeys(video, review.SubmittedAt))
            .Concat(video.Film is { } film ? QueueKeys(video, film.SubmittedAt) : [])
            .Concat(video.PublishedAt is null ? [] : NewestKeys(video).Concat(tally.Reports > 0 ? ReportedKeys(video) : []))
            .Distinct();

    public static IEnumerable<string> RankingsOf(Video video) =>
        SelectionsOf(video)
            .Select(one => Popular(one.Campaign, one.Theme, one.Region))
            .Concat(video.Campaign is { } campaign ? [Votes(campaign)] : []);

    private static IEnumerable<ListKey> QueueKeys(Video video, DateTimeOffset submittedAt) =>
        video.Village.Upwards.Select(region => new ListKey(Queue(region), PlaceOf(submittedAt.UtcTicks, video.Id)));

    private static IEnumerable<ListKey> ReportedKeys(Video video) =>
        video.Village.Upwards.Select(region => new ListKey(Reported(region), PlaceOf(video.PublishedAt!.Value.UtcTicks, video.Id)));

    private static IEnumerable<ListKey> NewestKeys(Video video) =>
        SelectionsOf(video)
            .Select(one => new ListKey(
                Newest(one.Campaign, one.Theme, one.Region),
                PlaceOf(DateTime.MaxValue.Ticks - video.PublishedAt!.Value.UtcTicks, video.Id)
            ));

    private static IEnumerable<(string? Campaign, string? Theme, RegionCode Region)> SelectionsOf(Video video) =>
        from region in video.Village.Upwards
        from theme in new[] { null, video.Theme.Zh }
        from campaign in video.Campaign is { } own ? new[] { null, own } : [null]
        select (campaign, theme, region);

    private static string Selection(string? campaign, string? theme, RegionCode region) =>
        $"{campaign ?? Any}|{(theme is null ? Any : Fingerprint.Of(theme, 8))}|{region}";

    private static string PlaceOf(long order, VideoId id) => string.Create(CultureInfo.InvariantCulture, $"{order:D19}|{id}");
}
