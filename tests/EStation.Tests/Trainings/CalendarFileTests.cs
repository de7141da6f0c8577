using System.Text;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

public class CalendarFileTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-24T08:00:00Z", null);

    [Fact]
    public void Each_session_is_an_event_in_UTC()
    {
        var file = CalendarFile.Of(Desk.Announce("培训", 1), "吉林省长春市", Language.Zh, Now);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261124T080000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:培训\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_a_meaning_in_the_format_is_escaped()
    {
        var file = CalendarFile.Of(Desk.Announce("肥料, 农药; 其他\\", 1), "一村", Language.Zh, Now);
        Assert.Contains("SUMMARY:肥料\\, 农药\\; 其他\\\\\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_within_75_octets_and_no_character_is_torn()
    {
        var title = string.Concat(Enumerable.Repeat("水稻𠮷", 40));
        var file = CalendarFile.Of(Desk.Announce(title, 1), "一村", Language.Zh, Now);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{title}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_training_is_cancelled_in_the_calendar_too() =>
        Assert.Contains(
            "STATUS:CANCELLED",
            CalendarFile.Of(Desk.Announce("培训", 1) with { Cancelled = true }, "", Language.Zh, Now),
            StringComparison.Ordinal
        );
}
