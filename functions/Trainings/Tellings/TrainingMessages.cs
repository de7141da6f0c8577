using EStation.Messages;

namespace EStation.Trainings.Tellings;

/// <summary>The messages that tell of a training.</summary>
public static class TrainingMessages
{
    private const string Title = "title";
    private const string Start = "start";
    private const string Detail = "detail";

    public static readonly MessageTemplate SeatConfirmed = new(
        "seatConfirmed",
        [Title, Start],
        new Text(
            "您报名的“{title}”已有名额，报名已确认，{start} 开始。",
            "신청하신 “{title}”에 자리가 나서 참가가 확정되였습니다. 시작: {start}.",
            En: "A place in “{title}” has become free: you are confirmed. It begins on {start}."
        )
    );

    public static readonly MessageTemplate Cancelled = new(
        "trainingCancelled",
        [Title, Start],
        new Text(
            "您报名的“{title}”（{start}）已取消。",
            "신청하신 “{title}”({start})이(가) 취소되였습니다.",
            En: "“{title}” on {start} has been cancelled."
        )
    );

    public static readonly MessageTemplate SignedUp = new(
        "signedUpByOther",
        [Detail, Title, Start],
        new Text(
            "{detail} 为您报名了“{title}”（{start}）。您可用本手机号登录确认或取消；不想再由别人报名，可在“我的”里关闭。",
            "{detail} 님이 귀하를 “{title}”({start})에 신청하였습니다. 이 번호로 로그인하여 확인하거나 취소할수 있으며, 남이 대신 신청하지 못하게 하려면 “나” 화면에서 끄세요.",
            En: "{detail} has signed you up for “{title}” on {start}. Sign in with this phone to confirm or cancel, or to refuse sign-ups by others."
        )
    );

    public static readonly MessageTemplate Moved = new(
        "trainingMoved",
        [Title, Start, Detail],
        new Text(
            "您报名的“{title}”时间或地点有变：{start} 开始，地点：{detail}。",
            "신청하신 “{title}”의 시간이나 장소가 바뀌였습니다. 시작: {start}, 장소: {detail}.",
            En: "The time or place of “{title}” has changed: it begins on {start} at {detail}."
        )
    );

    public static readonly MessageTemplate Message = new(
        "trainingMessage",
        [Title],
        new Text(
            "“{title}”的组织者给您发来消息，请登录查看。",
            "“{title}”의 조직자가 소식을 보냈습니다. 로그인하여 확인하세요.",
            En: "The organiser of “{title}” has sent you a message. Sign in to read it."
        )
    );

    public static readonly MessageTemplate Reminder = new(
        "trainingReminder",
        [Title, Start],
        new Text(
            "提醒：“{title}”将于 {start} 开始，请准时参加。",
            "알림: “{title}”이(가) {start}에 시작됩니다.",
            En: "“{title}” begins on {start}."
        )
    );

    public static readonly IReadOnlyList<MessageTemplate> All = [SeatConfirmed, Cancelled, SignedUp, Moved, Message, Reminder];
}
