using System.Globalization;

namespace EStation.Trainings;

/// <summary>What people are told of a training, by message.</summary>
public static class NoticeText
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static string Of(NoticeKind kind, Training training, Language language)
    {
        var title = training.Title.In(language);
        var starts = training.StartsAt.ToOffset(Shanghai).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
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
            _ => new Text(
                $"提醒：“{title}”将于 {starts} 开始，请准时参加。",
                $"알림: “{title}”이(가) {starts}에 시작됩니다.",
                En: $"“{title}” begins on {starts}."
            ),
        };
        return text.In(language);
    }
}
