using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EStation.People;
using EStation.Regions;
using EStation.Trainings.Attendance;

namespace EStation.Trainings;

/// <param name="Id">Begins with the county of its village, whose ledger holds everything about it.</param>
/// <param name="Version">From 1; each change adds one.</param>
/// <param name="Listings">All its places in lists so far, the current one last; the publisher removes the others.</param>
public sealed record Training(
    string Id,
    int Version,
    string By,
    Programme Programme,
    TrainingKind Kind,
    Text Title,
    Text? Description,
    RegionCode Village,
    string? Station,
    IReadOnlyList<Session> Sessions,
    DateTimeOffset SignUpOpensAt,
    DateTimeOffset SignUpClosesAt,
    int Capacity,
    AudienceRule? Eligibility,
    int Hours,
    string? Contact,
    bool Cancelled,
    IReadOnlyList<Listing> Listings
)
{
    /// <summary>The row stores each place and first day.</summary>
    public const int MostListings = 40;

    /// <summary>Each move sends a message to all people signed up.</summary>
    public const int MostMovesADay = 5;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Moves? Moves { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Course? Course { get; init; }

    /// <summary>Null where those who come first are admitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Admission? Admission { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Reserved>? Reserved { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletionRule? Completion { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Series? Series { get; init; }

    /// <summary>Sessions that a change has dropped, by number: calendars have to cancel them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<int, Session>? Dropped { get; init; }

    [JsonIgnore]
    public Course Taught => Course ?? new Course();

    public DateTimeOffset StartsAt => Sessions[0].StartsAt;

    public DateTimeOffset EndsAt => Sessions.Max(session => session.EndsAt);

    public Day FirstDay => Day.Of(StartsAt);

    public Listing Listing => new(FirstDay, Village, Programme);

    public Training ChangedTo(Training wanted)
    {
        var changed = wanted with
        {
            Id = Id,
            Version = Version,
            By = By,
            Cancelled = Cancelled,
            Listings = Listings,
            Moves = Moves,
            Dropped = DroppedBy(wanted),
        };
        return changed.SameAs(this) ? this : changed;
    }

    public bool IsMovedFrom(Training before) =>
        Village != before.Village
        || Station != before.Station
        || Taught.Room != before.Taught.Room
        || Taught.Position != before.Taught.Position
        || !Sessions.SequenceEqual(before.Sessions);

    public bool HasSameAdmissionAs(Training before) =>
        Admission == before.Admission && JsonSerializer.Serialize(Reserved) == JsonSerializer.Serialize(before.Reserved);

    public bool HasOtherTeachersThan(Training before) => Taught.TeachersInOneLine != before.Taught.TeachersInOneLine;

    /// <summary>Whether those who are signed up have to know of a change.</summary>
    public bool HasNewsSince(Training before) => IsMovedFrom(before) || HasOtherTeachersThan(before) || Capacity < before.Capacity;

    /// <summary>Whether a reservation of seats has expired.</summary>
    public bool HasExpired(DateTimeOffset now) => Reserved?.Any(reserved => reserved.Until <= now) ?? false;

    public int? SessionOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= Sessions.Count ? n : null;

    public double HoursOf(IEnumerable<Presence> presences) =>
        presences.Sum(presence => Sessions.ElementAtOrDefault(presence.Session - 1)?.Length.TotalHours ?? 0);

    public TrainingState StateAt(DateTimeOffset now) =>
        Cancelled ? TrainingState.Cancelled
        : now < SignUpOpensAt ? TrainingState.Announced
        : now < SignUpClosesAt ? TrainingState.Open
        : now < EndsAt ? TrainingState.Closed
        : TrainingState.Over;

    private Dictionary<int, Session>? DroppedBy(Training wanted)
    {
        var dropped = Sessions
            .Select((session, at) => (Number: at + 1, Session: session))
            .Concat((Dropped ?? new Dictionary<int, Session>()).Select(one => (Number: one.Key, Session: one.Value)))
            .Where(one => one.Number > wanted.Sessions.Count)
            .ToDictionary(one => one.Number, one => one.Session);
        return dropped.Count > 0 ? dropped : null;
    }

    // Records compare lists by reference.
    private bool SameAs(Training other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);
}

public sealed record Session(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    [JsonIgnore]
    public TimeSpan Length => EndsAt - StartsAt;

    public Session After(TimeSpan time) => new(StartsAt + time, EndsAt + time);
}

public sealed record Moves(Day Day, int Count)
{
    public static Moves OneMore(Moves? before, Day day) => new(day, before?.Day == day ? before.Count + 1 : 1);
}

public sealed record Listing(Day Day, RegionCode Village, Programme Programme);

public enum TrainingKind
{
    Training,
    Event,
}

public enum TrainingState
{
    Announced,
    Open,
    Closed,
    Over,
    Cancelled,
}
