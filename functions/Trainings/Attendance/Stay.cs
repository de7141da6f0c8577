using System.Text.Json.Serialization;

namespace EStation.Trainings.Attendance;

public enum Direction
{
    In,
    Out,
}

public sealed record Scan(DateTimeOffset At, Direction Direction);

/// <summary>How long somebody was at a session: the whole of it, by scans at the door, or by a sheet.</summary>
/// <param name="Scans">In the order of their times; each once.</param>
public sealed record Stay(IReadOnlyList<Scan> Scans, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>A ticket that is scanned further adds nothing.</summary>
    public const int MostScans = 40;

    public static readonly Stay Whole = new([]);

    [JsonIgnore]
    public bool IsWhole => Scans.Count == 0 && From is null;

    /// <summary>Late and repeated scans give the same as all of them in order.</summary>
    public Stay With(IEnumerable<Scan> scans) =>
        From is not null
            ? this
            : new([.. Scans.Concat(scans).Distinct().OrderBy(scan => scan.At).ThenBy(scan => scan.Direction).Take(MostScans)]);

    public bool SameAs(Stay other) => From == other.From && To == other.To && Scans.SequenceEqual(other.Scans);

    public TimeSpan LengthIn(Session session) =>
        TimeSpan.FromTicks(SpansIn(session).Sum(span => Math.Max(0, (span.EndsAt - span.StartsAt).Ticks)));

    public bool IsLateIn(Session session) => SpansIn(session).FirstOrDefault()?.StartsAt > session.StartsAt + Grace;

    public bool IsEarlyIn(Session session) => SpansIn(session).LastOrDefault()?.EndsAt < session.EndsAt - Grace;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private IEnumerable<Session> SpansIn(Session session)
    {
        if (IsWhole)
            return [session];
        var spans = From is { } from && To is { } to ? [new Session(from, to)] : ByScans(session);
        return spans.Select(span => new Session(Later(span.StartsAt, session.StartsAt), Earlier(span.EndsAt, session.EndsAt)));
    }

    // Without a scan out a person stayed to the end; without a scan in nobody was there before.
    private List<Session> ByScans(Session session)
    {
        var spans = new List<Session>();
        DateTimeOffset? since = null;
        foreach (var scan in Scans)
        {
            if (scan.Direction == Direction.In)
                since ??= scan.At;
            else if (since is { } came)
            {
                spans.Add(new Session(came, scan.At));
                since = null;
            }
        }

        if (since is { } last)
            spans.Add(new Session(last, session.EndsAt));
        return spans;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
