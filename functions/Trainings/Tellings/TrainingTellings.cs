using System.Globalization;
using EStation.Inbox;

namespace EStation.Trainings;

/// <summary>What people are told of a training.</summary>
public static class TrainingTellings
{
    public const string Confirmed = "training-confirmed";
    public const string Cancelled = "training-cancelled";
    public const string Moved = "training-moved";
    public const string Reminder = "training-reminder";
    public const string SignedUp = "training-signed-up";
    public const string Certificate = "training-certificate";

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        Told(
            Confirmed,
            new("报名已确认", "참가 확정", En: "You are confirmed"),
            new(
                "您报名的“{title}”已有名额，报名已确认，{starts} 开始。",
                "신청하신 “{title}”에 자리가 나서 참가가 확정되였습니다. 시작: {starts}.",
                En: "A place in “{title}” has become free: you are confirmed. It begins on {starts}."
            )
        ),
        Told(
            Cancelled,
            new("培训已取消", "강습 취소", En: "Cancelled"),
            new(
                "您报名的“{title}”（{starts}）已取消。{because}",
                "신청하신 “{title}”({starts})이(가) 취소되였습니다. {because}",
                En: "“{title}” on {starts} has been cancelled. {because}"
            ),
            new(
                "您报名的“{title}”（{starts}）已取消。",
                "신청하신 “{title}”({starts})이(가) 취소되였습니다.",
                En: "“{title}” on {starts} has been cancelled."
            )
        ),
        Told(
            Moved,
            new("时间或地点有变", "시간이나 장소 변경", En: "Time or place changed"),
            new(
                "您报名的“{title}”时间或地点有变：{starts} 开始，地点：{place}。",
                "신청하신 “{title}”의 시간이나 장소가 바뀌였습니다. 시작: {starts}, 장소: {place}.",
                En: "The time or place of “{title}” has changed: it begins on {starts} at {place}."
            )
        ),
        Told(
            Reminder,
            new("明天有培训", "래일 강습", En: "It begins tomorrow"),
            new(
                "提醒：“{title}”将于 {starts} 开始，请准时参加。",
                "알림: “{title}”이(가) {starts}에 시작됩니다.",
                En: "“{title}” begins on {starts}."
            )
        ),
        Told(
            SignedUp,
            new("有人为您报了名", "다른 분이 신청함", En: "You were signed up"),
            new(
                "{by} 为您报名了“{title}”（{starts}）。您可用本手机号登录确认或取消；不想再由别人报名，可在“我的”里关闭。",
                "{by} 님이 귀하를 “{title}”({starts})에 신청하였습니다. 이 번호로 로그인하여 확인하거나 취소할 수 있으며, 남이 대신 신청하지 못하게 하려면 “나” 화면에서 끄세요.",
                En: "{by} has signed you up for “{title}” on {starts}. Sign in with this phone to confirm or cancel, or to refuse sign-ups by others."
            )
        ),
        new(
            Certificate,
            new("结业证书", "수료증", En: "Certificate"),
            new(
                "您已完成“{title}”，结业证书编号 {number}。",
                "“{title}”을(를) 수료하셨습니다. 수료증 번호: {number}.",
                En: "You have completed “{title}”. The number of your certificate is {number}."
            )
        ),
    ];

    /// <summary>To those of a training whom a kind concerns when they are told.</summary>
    /// <param name="numbers">The sign-up numbers between which they are; null for all.</param>
    public static Telling To(Training training, string kind, Span? numbers, string key, DateTimeOffset now) =>
        new(
            key,
            kind,
            Addressee.GroupOf(TrainingGroup.GroupName, TrainingGroup.ReferenceOf(training.Id, kind, numbers)),
            now,
            ParametersOf(training),
            $"/trainings/{training.Id}"
        );

    public static Telling OfCertificate(Certificate certificate, Enrolment enrolment, DateTimeOffset now) =>
        new(
            certificate.Number,
            Certificate,
            new Addressee(enrolment.Person, IsGuest: enrolment.IsByAnother),
            now,
            new Dictionary<string, Text> { ["title"] = certificate.Title, ["number"] = new(certificate.Number) },
            $"/certificate/{certificate.Number}"
        );

    /// <summary>The same with one parameter more.</summary>
    public static Telling With(this Telling telling, string parameter, Text value) =>
        telling with
        {
            Parameters = new Dictionary<string, Text>(telling.Parameters) { [parameter] = value },
        };

    /// <summary>A reason that somebody typed, as a sentence; nothing where there is none.</summary>
    public static Text Because(string? reason) =>
        reason is null ? new Text("") : new Text($"原因：{reason}", $"리유: {reason}", En: $"Reason: {reason}");

    private static Dictionary<string, Text> ParametersOf(Training training) =>
        new()
        {
            ["title"] = training.Title,
            ["starts"] = new(training.StartsAt.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        };

    private static TellingKind Told(string name, Text title, Text text, Text? message = null) =>
        new(name, title, text) { Topic = Topic.Trainings, Message = message ?? text };
}
