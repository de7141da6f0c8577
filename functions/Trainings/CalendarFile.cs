using System.Globalization;
using System.Text;

namespace EStation.Trainings;

/// <summary>The sessions of a training as an iCalendar file (RFC 5545).</summary>
public static class CalendarFile
{
    private const int MostOctets = 75;

    public static string Of(Training training, string place, Language language, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Write(file, "BEGIN", "VCALENDAR");
        Write(file, "VERSION", "2.0");
        Write(file, "PRODID", "-//EStation//Trainings//ZH");
        Write(file, "METHOD", training.Cancelled ? "CANCEL" : "PUBLISH");
        foreach (var (number, session) in training.Sessions.Select((session, at) => (at + 1, session)))
            WriteEvent(file, training, number, session, isCancelled: training.Cancelled, place, language, now);
        // A calendar that has a dropped session keeps it until it is cancelled.
        foreach (var (number, session) in training.Dropped ?? new Dictionary<int, Session>())
            WriteEvent(file, training, number, session, isCancelled: true, place, language, now);
        Write(file, "END", "VCALENDAR");
        return file.ToString();
    }

    private static void WriteEvent(
        StringBuilder file,
        Training training,
        int number,
        Session session,
        bool isCancelled,
        string place,
        Language language,
        DateTimeOffset now
    )
    {
        var (title, count) = (training.Title.In(language), training.Sessions.Count);
        Write(file, "BEGIN", "VEVENT");
        Write(file, "UID", $"{training.Id}-{number}@estation");
        Write(file, "SEQUENCE", training.Version.ToString(CultureInfo.InvariantCulture));
        Write(file, "DTSTAMP", Instant(now));
        Write(file, "DTSTART", Instant(session.StartsAt));
        Write(file, "DTEND", Instant(session.EndsAt));
        Write(file, "SUMMARY", Escape(count > 1 && number <= count ? $"{title} ({number}/{count})" : title));
        Write(file, "LOCATION", Escape(training.Taught.Room is { } room ? $"{place} {room}" : place));
        if (training.Taught.Position is { } position)
            Write(file, "GEO", string.Create(CultureInfo.InvariantCulture, $"{position.Latitude:0.######};{position.Longitude:0.######}"));
        if (DescriptionOf(training, number, language) is { Length: > 0 } description)
            Write(file, "DESCRIPTION", Escape(description));
        if (training.Contact is { } contact)
            Write(file, "CONTACT", Escape(contact));
        Write(file, "STATUS", isCancelled ? "CANCELLED" : "CONFIRMED");
        Write(file, "END", "VEVENT");
    }

    private static string DescriptionOf(Training training, int number, Language language) =>
        string.Join(
            '\n',
            (training.Taught.Syllabus ?? [])
                .Where(topic => topic.Session == number)
                .Select(topic => topic.Subject.In(language))
                .Prepend(training.Description?.In(language))
                .Append(training.Taught.TeachersInOneLine)
                .Where(line => !string.IsNullOrEmpty(line))
        );

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines are folded at 75 octets, never within a character.</summary>
    private static void Write(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
