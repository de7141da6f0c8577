namespace EStation.Showcase;

public static class ShowcaseRefusals
{
    public static readonly Refusal ReviewOutdated = new(
        409,
        "review.outdated",
        new(
            "您看过的已不是最新提交的版本，请重新查看后再审核。",
            "보신 것은 최신 제출본이 아닙니다. 다시 보고 심사하세요.",
            En: "A newer film was submitted. Review that one."
        )
    );
    public static readonly Refusal ReviewByAnother = new(
        403,
        "review.by-another",
        new(
            "须由另一位审核员决定；申诉由上级审核员决定。",
            "다른 심사원이 결정해야 합니다. 이의신청은 상급 심사원이 결정합니다.",
            En: "Another reviewer decides this; an appeal is decided by a reviewer of a higher place."
        )
    );
    public static readonly Refusal AppealMade = new(
        409,
        "appeal.made",
        new("每个视频只能申诉一次。", "동영상마다 이의신청은 한번만 할수 있습니다.", En: "A video can be appealed once.")
    );
    public static readonly Refusal AppealNotPossible = new(
        409,
        "appeal.not-possible",
        new(
            "只有未通过或已下架的视频，才能在 30 天内申诉。",
            "통과하지 못하였거나 내려진 동영상만 30일안에 이의신청할수 있습니다.",
            En: "Only a video that was rejected or taken down can be appealed, within 30 days."
        )
    );
    public static readonly Refusal ReportLimited = new(
        409,
        "report.limited",
        new(
            "您最近的几次举报经核实不成立，请过些日子再举报。",
            "최근의 신고 몇건이 사실과 맞지 않았습니다. 며칠 뒤에 다시 신고해 주세요.",
            En: "Several of the caller's recent reports were dismissed. Report again later."
        )
    );
    public static readonly Refusal ReviewReturnsUsedUp = new(
        409,
        "review.returns-used-up",
        new(
            "该视频退回修改的次数已用完，只能发布或不予通过。",
            "이 영상은 더는 돌려보낼수 없습니다. 발표하거나 거절하세요.",
            En: "The video was returned too often. Publish or reject it."
        )
    );
    public static readonly Refusal LikeChangedTooOften = new(
        409,
        "like.changed-too-often",
        new(
            "点赞和取消的次数太多，不能再更改。",
            "좋아요를 너무 여러번 바꾸어 더는 바꿀수 없습니다.",
            En: "The like was changed too often and can no longer be changed."
        )
    );
    public static readonly Refusal CampaignNotOpen = new(
        409,
        "campaign.not-open",
        new("该征集活动不在作品提交时间内。", "작품 모집 기간이 아닙니다.", En: "The campaign is not open for videos.")
    );
    public static readonly Refusal VideoTooManyOpen = new(
        409,
        "video.too-many-open",
        new(
            "未完成的上传已达 3 个，请先完成或删除其中一个。",
            "끝나지 않은 업로드가 이미 3개입니다. 먼저 완료하거나 삭제하세요.",
            En: "Three uploads are open. Finish or delete one first."
        )
    );
    public static readonly Refusal VideoClosed = new(
        409,
        "video.closed",
        new(
            "该视频已不能再上传或提交。",
            "이 동영상은 더는 업로드하거나 제출할수 없습니다.",
            En: "This video can no longer be uploaded or submitted."
        )
    );
    public static readonly Refusal VoteNotOpen = new(
        409,
        "vote.not-open",
        new("不在投票时间内。", "투표 기간이 아닙니다.", En: "Voting is not open.")
    );
    public static readonly Refusal VoteNoneLeft = new(
        409,
        "vote.none-left",
        new("今天的票已投完。", "오늘 투표 회수를 다 썼습니다.", En: "No vote is left today.")
    );
    public static readonly Refusal ScoreNotOpen = new(
        409,
        "score.not-open",
        new("该作品不在评委评分范围或时间内。", "심사 대상이 아니거나 심사 기간이 아닙니다.", En: "The jury cannot score this video now.")
    );
}
