using System.Globalization;

namespace EStation.Trainings.Notices;

/// <summary>What people are told of a training, by message.</summary>
public static class NoticeText
{
    /// <param name="detail">Who signed up, or where it is now, as far as the kind needs it.</param>
    public static string Of(NoticeKind kind, Training training, Language language, string detail)
    {
        var title = training.Title.In(language);
        var starts = training.StartsAt.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var text = kind switch
        {
            NoticeKind.Confirmed => new Text(
                $"您报名的“{title}”已有名额，报名已确认，{starts} 开始。",
                $"신청하신 “{title}”에 자리가 나서 참가가 확정되였습니다. 시작: {starts}.",
                En: $"A place in “{title}” has become free: you are confirmed. It begins on {starts}."
            ),
            NoticeKind.Cancelled => new Text(
                $"您报名的“{title}”（{starts}）已取消。",
                $"신청하신 “{title}”({starts})이(가) 취소되였습니다.",
                En: $"“{title}” on {starts} has been cancelled."
            ),
            NoticeKind.SignedUp => new Text(
                $"{detail} 为您报名了“{title}”（{starts}）。您可用本手机号登录确认或取消；不想再由别人报名，可在“我的”里关闭。",
                $"{detail} 님이 귀하를 “{title}”({starts})에 신청하였습니다. 이 번호로 로그인하여 확인하거나 취소할수 있으며, 남이 대신 신청하지 못하게 하려면 “나” 화면에서 끄세요.",
                En: $"{detail} has signed you up for “{title}” on {starts}. Sign in with this phone to confirm or cancel, or to refuse sign-ups by others."
            ),
            NoticeKind.Moved => new Text(
                $"您报名的“{title}”时间或地点有变：{starts} 开始，地点：{detail}。",
                $"신청하신 “{title}”의 시간이나 장소가 바뀌였습니다. 시작: {starts}, 장소: {detail}.",
                En: $"The time or place of “{title}” has changed: it begins on {starts} at {detail}."
            ),
            _ => new Text(
                $"提醒：“{title}”将于 {starts} 开始，请准时参加。",
                $"알림: “{title}”이(가) {starts}에 시작됩니다.",
                En: $"“{title}” begins on {starts}."
            ),
        };
        return text.In(language);
    }
}
