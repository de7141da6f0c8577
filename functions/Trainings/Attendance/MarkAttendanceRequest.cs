using System.ComponentModel.DataAnnotations;
using EStation.Http;

namespace EStation.Trainings.Attendance;

/// <param name="At">By the scanner's clock, corrected by the last Date of the server.</param>
public sealed record ScanRequest(string? Ticket, DateTimeOffset? At, Direction? Direction);

/// <summary>A line of a sign-in sheet.</summary>
public sealed record SheetLineRequest(string? Id, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>One of three: tickets of those who were there all the time, scans at the door, or a sheet that is typed in.</summary>
public sealed record MarkAttendanceRequest(
    [property: MaxLength(MarkAttendanceRequest.Most)] IReadOnlyList<string?>? Tickets = null,
    [property: MaxLength(MarkAttendanceRequest.Most)] IReadOnlyList<ScanRequest?>? Scans = null,
    [property: MaxLength(MarkAttendanceRequest.Most)] IReadOnlyList<SheetLineRequest?>? Enrolments = null
)
{
    /// <summary>A body takes 64 KiB; a scanner sends the remaining tickets in the next request.</summary>
    private const int Most = 250;

    public Result<IReadOnlyList<Mark>> Parse()
    {
        var check = new Validation();
        check.Check(Tickets is null || Tickets.Count is >= 1 and <= Most, "tickets", $"must be 1 to {Most}");
        check.Check(Scans is null || Scans.Count is >= 1 and <= Most, "scans", $"must be 1 to {Most}");
        check.Check(Enrolments is null || Enrolments.Count is >= 1 and <= Most, "enrolments", $"must be 1 to {Most}");
        var given = new object?[] { Tickets, Scans, Enrolments }.Count(one => one is not null);
        check.Check(given == 1, "tickets", "must be given alone, or scans or enrolments in its place");
        check.Check(Tickets?.All(ticket => ticket is not null) ?? true, "tickets", "has what is no text");
        check.Check(
            Scans?.All(scan => scan is { Ticket: not null, At: not null, Direction: not null }) ?? true,
            "scans",
            "must each have ticket, at and direction"
        );
        check.Check(
            Enrolments?.All(line => line is { Id: not null, From: not null, To: not null } && line.From < line.To) ?? true,
            "enrolments",
            "must each have id, from and a later to"
        );
        return check.Or<IReadOnlyList<Mark>>(() =>
            [
                .. (Tickets ?? []).Distinct().Select(ticket => new Mark(ticket!, IsTicket: true, Stay.Whole)),
                .. (Scans ?? [])
                    .GroupBy(scan => scan!.Ticket!)
                    .Select(scans => new Mark(
                        scans.Key,
                        IsTicket: true,
                        Stay.Whole.With(scans.Select(scan => new Scan(ToSecond(scan!.At!.Value), scan.Direction!.Value)))
                    )),
                .. (Enrolments ?? [])
                    .DistinctBy(line => line!.Id)
                    .Select(line => new Mark(line!.Id!, IsTicket: false, new Stay([], line.From, line.To))),
            ]
        );
    }

    private static DateTimeOffset ToSecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)).ToUniversalTime();
}

/// <param name="Name">A ticket, or the name of an enrolment.</param>
public sealed record Mark(string Name, bool IsTicket, Stay Stay)
{
    public static readonly Mark AllThere = new("", IsTicket: true, Stay.Whole);

    private static readonly TimeSpan Before = TimeSpan.FromHours(12);
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    /// <summary>Whether its times can be of a session, as far as there are any.</summary>
    public bool CanBeOf(Session session, DateTimeOffset now) =>
        Stay
            .Scans.Select(scan => scan.At)
            .Concat(new[] { Stay.From, Stay.To }.OfType<DateTimeOffset>())
            .All(at => at >= session.StartsAt - Before && at <= session.EndsAt + Before && at <= now + ClockError);

    /// <summary>A sheet replaces what was scanned; a ticket that was scanned already adds nothing to scans.</summary>
    public Stay On(Stay? present) =>
        present is null || Stay.From is not null ? Stay
        : Stay.IsWhole ? present
        : present.With(Stay.Scans);
}
