using System.Text.Json.Serialization;
using EStation.People;
using EStation.Regions;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>A training in a list; the figures are those of the last roll-up.</summary>
public sealed record ListedTraining(
    string Id,
    Programme Programme,
    TrainingKind Kind,
    Text Title,
    RegionCode Village,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    DateTimeOffset SignUpOpensAt,
    DateTimeOffset SignUpClosesAt,
    AudienceRule? Eligibility,
    int Hours,
    int Capacity,
    int Confirmed,
    int Waiting
)
{
    /// <summary>The next expiry of reserved seats.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ReservedUntil { get; init; }

    [JsonIgnore]
    public Day FirstDay => Day.Of(StartsAt);

    public static string Key(Day day, string id) => $"{day}|{id}";

    public string KeyIn(Day day) => Key(day, Id);

    public static ListedTraining Of(Training training, Seats seats) =>
        new(
            training.Id,
            training.Programme,
            training.Kind,
            training.Title,
            training.Village,
            training.StartsAt,
            training.EndsAt,
            training.SignUpOpensAt,
            training.SignUpClosesAt,
            training.Eligibility,
            training.Hours,
            seats.Capacity,
            seats.Confirmed,
            seats.Waiting
        )
        {
            ReservedUntil = seats
                .Shares.Zip(training.Reserved ?? [])
                .Where(one => !one.First.IsReleased)
                .Min(one => (DateTimeOffset?)one.Second.Until),
        };
}
