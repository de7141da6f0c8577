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
    public const string AppealGranted = "video-appeal-granted";
    public const string AppealDenied = "video-appeal-denied";
    public const string ReportDismissed = "report-dismissed";
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
        Told(
            AppealGranted,
            new("申诉成功", "이의신청 인정", En: "Appeal granted"),
            VideoMessages.AppealDecided,
            new(
                "您的申诉成立，视频“{title}”已发布。",
                "이의신청이 받아들여져 동영상 “{title}”이(가) 발표되였습니다.",
                En: "Your appeal was granted: “{title}” is published."
            )
        ),
        Told(
            AppealDenied,
            new("申诉未成立", "이의신청 기각", En: "Appeal denied"),
            VideoMessages.AppealDecided,
            new(
                "视频“{title}”的申诉经另一位审核员复核，维持原结论。{because}",
                "동영상 “{title}”의 이의신청을 다른 심사원이 다시 보았으나 결론은 그대로입니다. {because}",
                En: "Another reviewer looked at your appeal for “{title}”. The decision stands. {because}"
            )
        ),
        new(
            ReportDismissed,
            new("举报已处理", "신고 처리 결과", En: "Your report"),
            new(
                "您举报的视频“{title}”经审核员查看，没有发现问题，继续展播。谢谢您的留心。",
                "신고하신 동영상 “{title}”을(를) 심사원이 보았으나 문제가 없어 계속 보여 줍니다. 관심에 감사합니다.",
                En: "A reviewer looked at “{title}”, which you reported. It stays. Thank you for your care."
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
            ParametersOf(video, review),
            "/my-videos"
        );

    public static Telling OfAppeal(Video video, FilmReview review) =>
        new(
            $"{video.Id}-{review.Film}-appeal",
            review.Decision switch
            {
                FilmDecision.Publish => AppealGranted,
                FilmDecision.Return => Returned,
                _ => AppealDenied,
            },
            new Addressee(video.Owner),
            review.DecidedAt,
            ParametersOf(video, review),
            "/my-videos"
        );

    /// <summary>Tells the owner and the reporters that a reviewer has taken the video down.</summary>
    public static IReadOnlyList<Telling> OfTakeDown(Video video) =>
        [
            new(
                $"{video.Id}-down-{video.Revision}",
                TakenDown,
                new Addressee(video.Owner),
                video.Reviews[^1].DecidedAt,
                ParametersOf(video, video.Reviews[^1]),
                "/my-videos"
            ),
            ToReporters(ReportTakenDown, video, video, video.Reviews[^1].DecidedAt),
        ];

    /// <summary>Tells those whose reports were open before the decision that the video stays.</summary>
    public static Telling OfDismissal(Video before, Video after, DateTimeOffset now) => ToReporters(ReportDismissed, before, after, now);

    private static Telling ToReporters(string kind, Video before, Video after, DateTimeOffset now) =>
        new(
            $"{after.Id}-reports-{after.Revision}",
            kind,
            ReportersGroup.Of(before),
            now,
            new Dictionary<string, Text> { ["title"] = new(after.Title) }
        );

    private static Dictionary<string, Text> ParametersOf(Video video, FilmReview review) =>
        new() { ["title"] = new(video.Title), ["because"] = BecauseOf(review) };

    private static Text BecauseOf(FilmReview review)
    {
        if (review.Reason is not { } reason)
            return new Text(review.Text);
        var words = ReviewReasons.WordsOf(reason);
        var text = review.Text.Length > 0 ? review.Text : null;
        return new Text(
            $"原因：{words.Zh}{(text is null ? "。" : "，" + text)}",
            $"리유: {words.Ko}{(text is null ? "." : ", " + text)}",
            En: $"Reason: {words.En}{(text is null ? "." : ", " + text)}"
        );
    }

    private static TellingKind Told(string name, Text title, MessageTemplate message, Text text) =>
        new(name, title, text) { Topic = Topic.Videos, Message = message };
}
