using EStation.Inbox;
using EStation.Messages;
using EStation.Showcase.Reviews;

namespace EStation.Showcase.Tellings;

public static class VideoTellings
{
    public const string Published = "video-published";
    public const string Returned = "video-returned";
    public const string Rejected = "video-rejected";
    public const string TakenDown = "video-taken-down";
    public const string ReportTakenDown = "report-taken-down";

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        Told(Published, new("视频已发布", "동영상 발표", En: "Published"), VideoMessages.Published, VideoMessages.Published.Words),
        Told(
            Returned,
            new("视频需要修改", "동영상 수정 필요", En: "Changes wanted"),
            VideoMessages.Returned,
            new(
                "您的视频“{title}”需要修改。{because}",
                "동영상 “{title}”을(를) 수정해야 합니다. {because}",
                En: "Your video “{title}” needs changes. {because}"
            )
        ),
        Told(
            Rejected,
            new("视频未通过审核", "동영상 심사 불합격", En: "Not published"),
            VideoMessages.Rejected,
            new(
                "您的视频“{title}”未通过审核。{because}",
                "동영상 “{title}”이(가) 심사를 통과하지 못하였습니다. {because}",
                En: "Your video “{title}” will not be published. {because}"
            )
        ),
        Told(
            TakenDown,
            new("视频已下架", "동영상 내림", En: "Taken down"),
            VideoMessages.TakenDown,
            new(
                "您的视频“{title}”已被下架。{because}",
                "동영상 “{title}”이(가) 내려졌습니다. {because}",
                En: "Your video “{title}” was taken down. {because}"
            )
        ),
        new(
            ReportTakenDown,
            new("举报已处理", "신고 처리 결과", En: "Your report"),
            new(
                "您举报的视频“{title}”已下架，谢谢您的提醒。",
                "신고하신 동영상 “{title}”을(를) 내렸습니다. 알려 주셔서 감사합니다.",
                En: "The video “{title}”, which you reported, was taken down. Thank you."
            )
        ),
    ];

    public static Telling OfReview(Video video, FilmReview review) =>
        new(
            $"{video.Id}-{review.Film}",
            review.Decision switch
            {
                FilmDecision.Publish => Published,
                FilmDecision.Return => Returned,
                _ => Rejected,
            },
            new Addressee(video.Owner),
            review.DecidedAt,
            ParametersOf(video, review.Reason),
            "/my-videos"
        );

    /// <summary>Tells the owner and the reporters that a reviewer has taken the video down.</summary>
    public static IReadOnlyList<Telling> OfTakeDown(Video video, string? reason, DateTimeOffset now) =>
        [
            new($"{video.Id}-down", TakenDown, new Addressee(video.Owner), now, ParametersOf(video, reason), "/my-videos"),
            new(
                $"{video.Id}-reports",
                ReportTakenDown,
                Addressee.GroupOf(ReportersGroup.GroupName, video.Id.Value),
                now,
                new Dictionary<string, Text> { ["title"] = new(video.Title) }
            ),
        ];

    private static Dictionary<string, Text> ParametersOf(Video video, string? reason) =>
        new()
        {
            ["title"] = new(video.Title),
            ["because"] = string.IsNullOrEmpty(reason)
                ? new Text("")
                : new Text($"原因：{reason}", $"리유: {reason}", En: $"Reason: {reason}"),
        };

    private static TellingKind Told(string name, Text title, MessageTemplate message, Text text) =>
        new(name, title, text) { Topic = Topic.Videos, Message = message };
}
