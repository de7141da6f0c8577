using System.Globalization;
using EStation.Inbox;
using EStation.Messages;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Tellings;

public static class TrainingTellings
{
    public const string Confirmed = "training-confirmed";
    public const string Cancelled = "training-cancelled";
    public const string Moved = "training-moved";
    public const string Changed = "training-changed";
    public const string Message = "training-message";
    public const string Reminder = "training-reminder";
    public const string SignedUp = "training-signed-up";
    public const string Certificate = "training-certificate";

    /// <summary>Whom a message of an official concerns.</summary>
    public const string ToAll = "all";
    public const string ToWaiting = "waiting";
    public const string ToConfirmed = "confirmed";

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        Told(Confirmed, new("报名已确认", "참가 확정", En: "You are confirmed"), TrainingMessages.SeatConfirmed),
        Told(
            Cancelled,
            new("培训已取消", "강습 취소", En: "Cancelled"),
            TrainingMessages.Cancelled,
            new(
                "您报名的“{title}”（{start}）已取消。{because}",
                "신청하신 “{title}”({start})이(가) 취소되였습니다. {because}",
                En: "“{title}” on {start} has been cancelled. {because}"
            )
        ),
        Told(
            Moved,
            new("时间或地点有变", "시간이나 장소 변경", En: "Time or place changed"),
            TrainingMessages.Moved,
            new(
                "您报名的“{title}”时间或地点有变：{start} 开始，地点：{detail}。{also}",
                "신청하신 “{title}”의 시간이나 장소가 바뀌였습니다. 시작: {start}, 장소: {detail}. {also}",
                En: "The time or place of “{title}” has changed: it begins on {start} at {detail}. {also}"
            )
        ),
        new(
            Changed,
            new("培训有变动", "강습 변경", En: "Changed"),
            new("您报名的“{title}”有变动。{also}", "신청하신 “{title}”이(가) 바뀌였습니다. {also}", En: "“{title}” has changed. {also}")
        )
        {
            Topic = Topic.Trainings,
        },
        Told(
            Message,
            new("培训组织者的消息", "강습 조직자의 소식", En: "From the organiser"),
            TrainingMessages.Message,
            new("“{title}”：{text}", "“{title}”: {text}", En: "“{title}”: {text}")
        ),
        Told(Reminder, new("明天有培训", "래일 강습", En: "It begins tomorrow"), TrainingMessages.Reminder),
        Told(SignedUp, new("有人为您报了名", "다른 분이 신청함", En: "You were signed up"), TrainingMessages.SignedUp),
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
        ToGroup(training, kind, TrainingGroup.ReferenceOf(training.Id, kind, numbers), key, now);

    public static Telling ToGroup(Training training, string kind, string reference, string key, DateTimeOffset now) =>
        new(key, kind, Addressee.GroupOf(TrainingGroup.GroupName, reference), now, ParametersOf(training), $"/trainings/{training.Id}");

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

    /// <summary>Further changes, in words.</summary>
    public static Text Also(Training before, Training after)
    {
        var said = new List<Text>();
        if (after.HasOtherTeachersThan(before) && after.Taught.TeachersInOneLine is { Length: > 0 } teachers)
            said.Add(new Text($"授课教师：{teachers}。", $"강사: {teachers}.", En: $"Teachers: {teachers}."));
        if (after.Capacity < before.Capacity)
            said.Add(new Text($"名额改为 {after.Capacity} 人。", $"정원: {after.Capacity}명.", En: $"Seats: {after.Capacity}."));
        return new Text(In(Language.Zh), In(Language.Ko), En: In(Language.En));

        string In(Language language) => string.Join(language == Language.Zh ? "" : " ", said.Select(text => text.In(language)));
    }

    private static Dictionary<string, Text> ParametersOf(Training training) =>
        new()
        {
            ["title"] = training.Title,
            ["start"] = new(training.StartsAt.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        };

    private static TellingKind Told(string name, Text title, MessageTemplate message, Text? text = null) =>
        new(name, title, text ?? message.Words) { Topic = Topic.Trainings, Message = message };
}
