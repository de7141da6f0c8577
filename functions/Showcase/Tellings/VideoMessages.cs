using EStation.Messages;

namespace EStation.Showcase.Tellings;

/// <summary>The messages that tell an owner of a video.</summary>
public static class VideoMessages
{
    private const string Title = "title";

    public static readonly MessageTemplate Published = new(
        "videoPublished",
        [Title],
        new Text(
            "您的视频“{title}”已通过审核并发布。",
            "동영상 “{title}”이(가) 심사를 통과하여 발표되였습니다.",
            En: "Your video “{title}” has been published."
        )
    );

    public static readonly MessageTemplate Returned = new(
        "videoReturned",
        [Title],
        new Text(
            "您的视频“{title}”需要修改，请登录查看原因。",
            "동영상 “{title}”을(를) 수정해야 합니다. 로그인하여 리유를 확인하세요.",
            En: "Your video “{title}” needs changes. Sign in to read why."
        )
    );

    public static readonly MessageTemplate Rejected = new(
        "videoRejected",
        [Title],
        new Text(
            "您的视频“{title}”未通过审核，请登录查看原因。",
            "동영상 “{title}”이(가) 심사를 통과하지 못하였습니다. 로그인하여 리유를 확인하세요.",
            En: "Your video “{title}” will not be published. Sign in to read why."
        )
    );

    public static readonly MessageTemplate AppealDecided = new(
        "videoAppealDecided",
        [Title],
        new Text(
            "您对视频“{title}”的申诉已有结果，请登录查看。",
            "동영상 “{title}”의 이의신청 결과가 나왔습니다. 로그인하여 확인하세요.",
            En: "Your appeal for “{title}” was decided. Sign in to read the outcome."
        )
    );

    public static readonly MessageTemplate TakenDown = new(
        "videoTakenDown",
        [Title],
        new Text(
            "您的视频“{title}”已被下架，请登录查看原因。",
            "동영상 “{title}”이(가) 내려졌습니다. 로그인하여 리유를 확인하세요.",
            En: "Your video “{title}” was taken down. Sign in to read why."
        )
    );
}
