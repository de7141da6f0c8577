using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EStation.Regions;
using EStation.Trainings.Attendance;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>A training or an event, as it was announced.</summary>
/// <param name="Id">Begins with the county of its village: in that county's ledger everything about it is kept.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="By">Who announced it, by id.</param>
/// <param name="Listings">Everywhere it has been listed, the present one last: lists are put right by it.</param>
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
    Eligibility? Eligibility,
    int Hours,
    string? Contact,
    bool Cancelled,
    IReadOnlyList<Listing> Listings
)
{
    /// <summary>Each place and first day that it ever had is kept in its row.</summary>
    public const int MostListings = 40;

    /// <summary>Each move is a message to everybody who is signed up.</summary>
    public const int MostMovesADay = 5;

    /// <summary>How often it was moved on the day of the last move; null when it never was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Moves? Moves { get; init; }

    public DateTimeOffset StartsAt => Sessions[0].StartsAt;

    public DateTimeOffset EndsAt => Sessions.Max(session => session.EndsAt);

    public Day FirstDay => Day.Of(StartsAt);

    public Listing Listing => new(FirstDay, Village, Programme);

    /// <summary>Everything that can be changed, as it is wanted; the same training when nothing is.</summary>
    public Training ChangedTo(Training wanted)
    {
        var changed = wanted with { Id = Id, Version = Version, By = By, Cancelled = Cancelled, Listings = Listings, Moves = Moves };
        return changed.SameAs(this) ? this : changed;
    }

    /// <summary>Those who are signed up have to be told.</summary>
    public bool IsMovedFrom(Training before) =>
        Village != before.Village || Station != before.Station || !Sessions.SequenceEqual(before.Sessions);

    /// <summary>The session that a path names, from 1; null when there is none.</summary>
    public int? SessionOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= Sessions.Count ? n : null;

    /// <summary>The hours of the sessions that somebody was at.</summary>
    public double HoursOf(IEnumerable<Presence> presences) =>
        presences.Sum(presence => Sessions.ElementAtOrDefault(presence.Session - 1)?.Length.TotalHours ?? 0);

    public TrainingState StateAt(DateTimeOffset now) =>
        Cancelled ? TrainingState.Cancelled
        : now < SignUpOpensAt ? TrainingState.Announced
        : now < SignUpClosesAt ? TrainingState.Open
        : now < EndsAt ? TrainingState.Closed
        : TrainingState.Over;

    // Lists in records are compared by reference.
    private bool SameAs(Training other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);
}

/// <summary>One meeting of a training.</summary>
public sealed record Session(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    [JsonIgnore]
    public TimeSpan Length => EndsAt - StartsAt;
}

/// <summary>How often a training was moved on a day.</summary>
public sealed record Moves(Day Day, int Count)
{
    public static Moves OneMore(Moves? before, Day day) => new(day, before?.Day == day ? before.Count + 1 : 1);
}

/// <summary>What decides where a training is listed.</summary>
public sealed record Listing(Day Day, RegionCode Village, Programme Programme);

public enum TrainingKind
{
    Training,
    Event,
}

/// <summary>Of the sign-up.</summary>
public enum TrainingState
{
    Announced,
    Open,
    Closed,
    Over,
    Cancelled,
}
