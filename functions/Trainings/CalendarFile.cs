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
        Write(file, "METHOD", "PUBLISH");
        foreach (var (session, number) in training.Sessions.Select((session, at) => (session, at + 1)))
        {
            Write(file, "BEGIN", "VEVENT");
            Write(file, "UID", $"{training.Id}-{number}@estation");
            Write(file, "SEQUENCE", training.Version.ToString(CultureInfo.InvariantCulture));
            Write(file, "DTSTAMP", Instant(now));
            Write(file, "DTSTART", Instant(session.StartsAt));
            Write(file, "DTEND", Instant(session.EndsAt));
            Write(
                file,
                "SUMMARY",
                Escape(
                    training.Sessions.Count > 1
                        ? $"{training.Title.In(language)} ({number}/{training.Sessions.Count})"
                        : training.Title.In(language)
                )
            );
            Write(file, "LOCATION", Escape(place));
            if (training.Description is { } description)
                Write(file, "DESCRIPTION", Escape(description.In(language)));
            if (training.Contact is { } contact)
                Write(file, "CONTACT", Escape(contact));
            Write(file, "STATUS", training.Cancelled ? "CANCELLED" : "CONFIRMED");
            Write(file, "END", "VEVENT");
        }

        Write(file, "END", "VCALENDAR");
        return file.ToString();
    }

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
