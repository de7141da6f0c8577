namespace EStation.Notices;

/// <summary>Refusals of notices.</summary>
public static class NoticeRefusals
{
    public static readonly Refusal TooFew = new(
        422,
        "notice.too-few",
        new(
            "符合条件的人太少，不能发送。请扩大地区或人群。",
            "해당하는 사람이 너무 적어 보낼수 없습니다. 지역이나 대상을 넓히세요.",
            En: "Too few people match: widen the places or the audience."
        )
    );
    public static readonly Refusal PreviewsUsedUp = new(
        429,
        "notice.previews-used-up",
        new(
            "本小时内查询次数已用完，请稍后再试。",
            "이번 시간의 조회 회수를 다 썼습니다. 잠시 후 다시 시도하세요.",
            En: "No previews are left in this hour."
        )
    );
    public static readonly Refusal UsedUp = new(
        429,
        "notice.used-up",
        new("今天发送的通知已达上限。", "오늘 보낼수 있는 통지를 다 보냈습니다.", En: "No more notices can be sent today.")
    );
    public static readonly Refusal Withdrawn = new(
        409,
        "notice.withdrawn",
        new("该通知已撤回。", "이 통지는 취소되였습니다.", En: "The notice was withdrawn.")
    );
}
