using EStation.Regions;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>A training as everybody sees it.</summary>
public sealed record TrainingResponse(
    string Id,
    Programme Programme,
    Text ProgrammeName,
    TrainingKind Kind,
    TrainingState State,
    Text Title,
    Text? Description,
    RegionCode Village,
    IReadOnlyList<Text> PlaceNames,
    string? Station,
    IReadOnlyList<Session> Sessions,
    DateTimeOffset SignUpOpensAt,
    DateTimeOffset SignUpClosesAt,
    Eligibility? Eligibility,
    int Hours,
    string? Contact,
    int Capacity,
    int Confirmed,
    int Waiting
)
{
    public static TrainingResponse Of(Training training, Seats seats, Divisions divisions, DateTimeOffset now) =>
        new(
            training.Id,
            training.Programme,
            training.Programme.Name,
            training.Kind,
            training.StateAt(now),
            training.Title,
            training.Description,
            training.Village,
            divisions.NamesDownTo(training.Village),
            training.Station,
            training.Sessions,
            training.SignUpOpensAt,
            training.SignUpClosesAt,
            training.Eligibility,
            training.Hours,
            training.Contact,
            seats.Capacity,
            seats.Confirmed,
            seats.Waiting
        );
}
