using System.Globalization;
using EStation.Http;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

/// <summary>A roster as a spreadsheet. Every cell is a text, so that a phone keeps its digits and no input runs as a formula.</summary>
public static class RosterSheet
{
    private static readonly IReadOnlyList<Text> Columns =
    [
        new("序号", "번호", En: "No."),
        new("姓名", "성명", En: "Name"),
        new("手机号", "휴대폰", En: "Phone"),
        new("所在村", "촌", En: "Village"),
        new("报名状态", "신청 상태", En: "State"),
        new("报名时间", "신청 시간", En: "Signed up"),
        new("出勤次数", "출석 회수", En: "Sessions attended"),
        new("出勤课次", "출석한 회차", En: "Which"),
        new("出勤学时", "출석 시간", En: "Hours attended"),
        new("证书编号", "증서 번호", En: "Certificate"),
        new("满意度", "만족도", En: "Rating"),
        new("意见", "의견", En: "Comment"),
    ];

    public static byte[] Xlsx(Training training, IReadOnlyList<RosterEntry> entries, Language language) =>
        SheetFile.Xlsx(HeaderIn(training, language), entries.Select(entry => CellsOf(training, entry, language)), "台账");

    public static byte[] Csv(Training training, IReadOnlyList<RosterEntry> entries, Language language) =>
        SheetFile.Csv(entries.Select(entry => CellsOf(training, entry, language)).Prepend(HeaderIn(training, language)));

    private static List<string> HeaderIn(Training training, Language language) =>
        [.. Columns.Concat(QuestionsOf(training).Select(question => question.Text)).Select(column => column.In(language))];

    private static IReadOnlyList<Question> QuestionsOf(Training training) => training.Taught.Questions ?? [];

    private static IEnumerable<string> CellsOf(Training training, RosterEntry entry, Language language) =>
        [
            entry.Number.ToString(CultureInfo.InvariantCulture),
            entry.Name,
            entry.Phone ?? "",
            entry.VillageName,
            StateOf(entry, language),
            entry.SignedUpAt.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            entry.Sessions.Count.ToString(CultureInfo.InvariantCulture),
            string.Join('、', entry.Sessions),
            entry.AttendedHours.ToString("0.#", CultureInfo.InvariantCulture),
            entry.Certificate ?? "",
            entry.Rating?.ToString(CultureInfo.InvariantCulture) ?? "",
            entry.Comment ?? "",
            .. QuestionsOf(training).Select(question => entry.Answers.FirstOrDefault(answer => answer.Id == question.Id)?.Answer ?? ""),
        ];

    private static string StateOf(RosterEntry entry, Language language) =>
        entry.State switch
        {
            EnrolmentState.Confirmed => new Text("已确认", "확정", En: "confirmed"),
            EnrolmentState.Waiting when entry.Position is null => new Text("待录取", "선발 대기", En: "applied"),
            EnrolmentState.Waiting => new Text($"候补第 {entry.Position} 位", $"대기 {entry.Position}번", En: $"waiting, {entry.Position}"),
            _ => new Text("已取消", "취소", En: "cancelled"),
        }
            is var text
            ? text.In(language)
            : "";
}
