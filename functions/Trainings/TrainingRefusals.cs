namespace EStation.Trainings;

public static class TrainingRefusals
{
    public static readonly Refusal Changed = new(
        409,
        "training.changed",
        new(
            "培训信息刚刚有变动，请重试。",
            "교육 정보가 방금 변경되였습니다. 다시 시도하세요.",
            En: "The training has just changed. Try again."
        )
    );
    public static readonly Refusal Cancelled = new(
        409,
        "training.cancelled",
        new("该培训已取消。", "이 교육은 취소되였습니다.", En: "The training has been cancelled.")
    );
    public static readonly Refusal SignUpClosed = new(
        409,
        "training.sign-up-closed",
        new("现在不在报名时间内。", "지금은 신청 기간이 아닙니다.", En: "Sign-up is not open.")
    );
    public static readonly Refusal SignUpsUsedUp = new(
        409,
        "training.sign-ups-used-up",
        new(
            "取消后重新报名的次数太多，不能再报名本次培训。",
            "취소하고 다시 신청한 회수가 너무 많아 이 교육에 더는 신청할수 없습니다.",
            En: "Too many sign-ups and withdrawals. The training accepts no further sign-up of this person."
        )
    );
    public static readonly Refusal MovedTooOften = new(
        409,
        "training.moved-too-often",
        new(
            "培训的时间或地点改动次数太多，请取消后重新发布。",
            "교육의 시간이나 장소를 너무 여러번 바꾸었습니다. 취소하고 다시 공고하세요.",
            En: "The training was moved too often. Cancel it and announce a new one."
        )
    );
    public static readonly Refusal MovedToday = new(
        409,
        "training.moved-today",
        new(
            "今天改动时间或地点的次数太多，报名的人已收到多次通知，请明天再改。",
            "오늘 시간이나 장소를 너무 여러번 바꾸어 신청한 사람들이 이미 여러번 통지를 받았습니다. 래일 다시 바꾸세요.",
            En: "The training was moved too often today. Move it tomorrow."
        )
    );
    public static readonly Refusal OthersUsedUp = new(
        429,
        "training.others-used-up",
        new(
            "您今天为别人报名的人数已到上限，请明天再来。",
            "오늘 다른 사람을 대신 신청할수 있는 인원이 다 찼습니다. 래일 다시 신청하세요.",
            En: "The caller has signed up the maximum number of others today."
        )
    );
    public static readonly Refusal NotAttended = new(
        403,
        "training.not-attended",
        new("只有参加过培训的人才能评价。", "교육에 참가한 사람만 평가할수 있습니다.", En: "Only participants can give feedback.")
    );
    public static readonly Refusal Over = new(409, "training.over", new("培训已结束。", "교육이 끝났습니다.", En: "The training is over."));
    public static readonly Refusal CapacityBelowConfirmed = new(
        409,
        "training.capacity-below-confirmed",
        new(
            "名额不能少于已确认的人数。",
            "정원은 이미 확정된 인원보다 적을수 없습니다.",
            En: "The capacity must be at least the number of confirmed sign-ups."
        )
    );
    public static readonly Refusal Withdrawn = new(
        409,
        "training.withdrawn",
        new(
            "名单里有人刚刚取消了报名，请刷新后再选。",
            "명단에 방금 신청을 취소한 사람이 있습니다. 새로고침하고 다시 고르세요.",
            En: "Somebody of the list has withdrawn. Load the roster again."
        )
    );
    public static readonly Refusal AdmittedTooMany = new(
        409,
        "training.admitted-too-many",
        new("录取人数超过了名额。", "뽑은 인원이 정원을 넘습니다.", En: "More people are admitted than there are seats.")
    );
    public static readonly Refusal AdmissionFixed = new(
        409,
        "training.admission-fixed",
        new(
            "已有人报名，录取方式和预留名额不能再改。",
            "이미 신청한 사람이 있어 선발 방식과 예약 정원은 바꿀수 없습니다.",
            En: "People have signed up: admission and reserved seats no longer change."
        )
    );
    public static readonly Refusal NoSelection = new(
        409,
        "training.no-selection",
        new("这个培训不是择优录取。", "이 교육은 선발하지 않습니다.", En: "The training admits those who come first.")
    );
    public static readonly Refusal MessagesUsedUp = new(
        429,
        "training.messages-used-up",
        new(
            "今天给大家发的消息已到上限，请明天再发。",
            "오늘 보낼수 있는 소식을 다 보냈습니다. 래일 다시 보내세요.",
            En: "The training has sent the maximum number of messages today."
        )
    );
    private static readonly Refusal NotEligible = new(
        403,
        "training.not-eligible",
        new("不符合该培训的报名条件。", "이 교육의 신청 조건에 맞지 않습니다.", En: "The training is not open to this person.")
    );

    public static Refusal NotEligibleBy(IReadOnlyList<Rule> rules) => NotEligible with { Rules = rules };
}
