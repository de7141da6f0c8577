using System.Text.Json.Serialization;
using EStation.People;
using EStation.Regions;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

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
    AudienceRule? Eligibility,
    int Hours,
    string? Contact,
    int Capacity,
    int Confirmed,
    int Waiting
)
{
    public Admission Admission { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Room { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Position? Position { get; init; }

    public IReadOnlyList<Teacher> Teachers { get; init; } = [];

    public IReadOnlyList<Lesson> Syllabus { get; init; } = [];

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public IReadOnlyList<Reserved> Reserved { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletionRule? Completion { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Series? Series { get; init; }

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
        )
        {
            Admission = training.Admission ?? Admission.FirstCome,
            Room = training.Taught.Room,
            Position = training.Taught.Position,
            Teachers = training.Taught.Teachers ?? [],
            Syllabus = training.Taught.Syllabus ?? [],
            Materials = training.Taught.Materials ?? [],
            Questions = training.Taught.Questions ?? [],
            Reserved = training.Reserved ?? [],
            Completion = training.Completion,
            Series = training.Series,
        };
}
