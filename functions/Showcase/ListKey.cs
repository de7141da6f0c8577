using System.Globalization;
using EStation.Regions;
using EStation.Showcase.Reviews;

namespace EStation.Showcase;

public readonly record struct ListKey(string List, string Place)
{
    private const string Any = "-";

    public static string Queue(RegionCode region, ScientificField? field = null) =>
        field is { } one ? $"queue|{region}|{one}" : $"queue|{region}";

    public static string Reported(RegionCode region) => $"reported|{region}";

    /// <summary>Published videos of a region, optionally of one campaign or theme; the newest first.</summary>
    public static string Newest(string? campaign, string? theme, RegionCode region) => "newest|" + Selection(campaign, theme, region);

    public static string Popular(string? campaign, string? theme, RegionCode region) => "popular|" + Selection(campaign, theme, region);

    public static string Votes(string campaign) => "votes|" + campaign;

    public static IEnumerable<ListKey> Of(Video video, VideoTally tally) =>
        video.State switch
        {
            VideoState.InReview => QueueKeys(video, video.Film!.SubmittedAt, [video.Field]),
            VideoState.Published => NewestKeys(video).Concat(video.HasOpenReports(tally) ? ReportedKeys(video) : []),
            _ when video.IsAppealed => QueueKeys(video, video.Appeal!.At, [video.Field], region => ReviewRules.SeesAppeal(video, region)),
            _ => [],
        };

    public static bool IsQueued(Video video) => video.State == VideoState.InReview || video.IsAppealed;

    /// <summary>The rows that a video may ever have had. Reports never decrease: a video without reports was never in that list.</summary>
    public static IEnumerable<ListKey> EverOf(Video video, VideoTally tally) =>
        WaitedSince(video)
            .SelectMany(since => QueueKeys(video, since, FieldsOf(video)))
            .Concat(video.PublishedAt is null ? [] : NewestKeys(video).Concat(tally.Reports > 0 ? ReportedKeys(video) : []))
            .Distinct();

    public static IEnumerable<string> RankingsOf(Video video) =>
        SelectionsOf(video)
            .Select(one => Popular(one.Campaign, one.Theme, one.Region))
            .Concat(video.Campaign is { } campaign ? [Votes(campaign)] : []);

    private static IEnumerable<DateTimeOffset> WaitedSince(Video video) =>
        [
            .. video.Reviews.Select(review => review.SubmittedAt),
            .. video.Film is { } film ? [film.SubmittedAt] : Array.Empty<DateTimeOffset>(),
            .. video.Appeal is { } appeal ? [appeal.At] : Array.Empty<DateTimeOffset>(),
        ];

    // The owner's field is the first, before a reviewer changes it: it is kept with the video for this.
    private static IEnumerable<ScientificField?> FieldsOf(Video video) =>
        video.Reviews.Select(review => review.Field).Append(video.Field).Append(video.FieldAtOpening).Distinct();

    private static IEnumerable<ListKey> QueueKeys(
        Video video,
        DateTimeOffset since,
        IEnumerable<ScientificField?> fields,
        Func<RegionCode, bool>? sees = null
    ) =>
        from region in video.Village.Upwards
        where sees?.Invoke(region) ?? true
        from field in fields.Append(null).Distinct()
        select new ListKey(Queue(region, field), PlaceOf(since.UtcTicks, video.Id));

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
