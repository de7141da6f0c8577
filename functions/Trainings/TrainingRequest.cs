using System.ComponentModel.DataAnnotations;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Trainings;

public sealed record SessionRequest(DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

/// <summary>A training as an official announces it.</summary>
public sealed record TrainingRequest(
    [property: As<Programme>] string? Programme,
    TrainingKind? Kind,
    TextRequest? Title,
    [property: As<RegionCode>] string? Village,
    [property: MinLength(1), MaxLength(TrainingRequest.MostSessions)] IReadOnlyList<SessionRequest?>? Sessions,
    DateTimeOffset? SignUpOpensAt,
    DateTimeOffset? SignUpClosesAt,
    [property: Range(1, TrainingRequest.MostCapacity)] int? Capacity,
    [property: Range(0, TrainingRequest.MostHours)] int? Hours,
    TextRequest? Description = null,
    string? Station = null,
    AudienceRequest? Eligibility = null,
    string? Contact = null,
    string? Room = null,
    PositionRequest? Position = null,
    [property: MaxLength(TeacherRequest.Most)] IReadOnlyList<TeacherRequest?>? Teachers = null,
    [property: MaxLength(LessonRequest.Most)] IReadOnlyList<LessonRequest?>? Syllabus = null,
    [property: MaxLength(MaterialRequest.Most)] IReadOnlyList<MaterialRequest?>? Materials = null,
    [property: MaxLength(QuestionRequest.Most)] IReadOnlyList<QuestionRequest?>? Questions = null,
    Admission? Admission = null,
    [property: MaxLength(ReservedRequest.Most)] IReadOnlyList<ReservedRequest?>? Reserved = null,
    CompletionRuleRequest? Completion = null,
    SeriesRequest? Series = null
)
{
    private const int LongestTitle = 120;
    private const int LongestDescription = 4000;
    private const int LongestContact = 200;
    public const int MostSessions = 100;
    private const int MostCapacity = 100_000;
    private const int MostHours = 1000;
    private const int LongestRoom = 120;

    public Result<Training> Parse(Divisions divisions, string by)
    {
        var check = new Validation();
        var programme = check.Parsed<Programme>("programme", Programme, $"must be one of {string.Join(", ", Trainings.Programme.Codes)}");
        check.Check(Kind is not null, "kind", "is missing: training or event");
        var title = TextRequest.ParseLine(check, "title", Title, LongestTitle);
        var description = Description is null ? null : TextRequest.Parse(check, "description", Description, LongestDescription);
        var village = check.Parsed<RegionCode>("village", Village, "is no region code");
        check.Check(
            village.Value.Length == 0 || (village.Level == RegionLevel.Village && divisions.Find(village) is not null),
            "village",
            "is no village of the province"
        );
        check.Check(Station is null || TableKey.IsValid(Station), "station", "is no station's id");
        var series = Series?.Parse(check);
        var sessions = Expand(ParseSessions(check, Sessions), series, check);
        var (opens, closes) = (check.Instant("signUpOpensAt", SignUpOpensAt), check.Instant("signUpClosesAt", SignUpClosesAt));
        check.Check(
            SignUpOpensAt is null || SignUpClosesAt is null || SignUpOpensAt < SignUpClosesAt,
            "signUpClosesAt",
            "must be after signUpOpensAt"
        );
        check.Check(Capacity is >= 1 and <= MostCapacity, "capacity", $"must be between 1 and {MostCapacity}");
        check.Check(Hours is >= 0 and <= MostHours, "hours", $"must be between 0 and {MostHours}");
        var contact = check.OptionalLine("contact", Contact, LongestContact);
        var eligibility = Eligibility?.Parse(check, "eligibility", divisions);
        var course = ParseCourse(check, sessions.Count);
        var reserved = Reserved is { Count: > 0 } ? ReservedRequest.Parse(check, Reserved, divisions, LastOf(sessions)) : null;
        var isBySelection = Admission == Trainings.Admission.Selection;
        check.Check(!isBySelection || reserved is null, "reserved", "cannot be given together with selection");
        var completion = Completion?.Parse(check);
        return check.Or(() =>
            new Training(
                "",
                1,
                by,
                programme,
                Kind!.Value,
                title,
                description,
                village,
                Station,
                sessions,
                opens,
                closes,
                Capacity!.Value,
                eligibility,
                Hours!.Value,
                contact,
                Cancelled: false,
                [new Listing(Day.Of(sessions[0].StartsAt), village, programme)]
            )
            {
                Course = course == new Course() ? null : course,
                Admission = isBySelection ? Trainings.Admission.Selection : null,
                Reserved = reserved,
                Completion = completion,
                Series = series,
            }
        );
    }

    private static DateTimeOffset LastOf(List<Session> sessions) =>
        sessions.Count == 0 ? DateTimeOffset.MaxValue : sessions.Max(session => session.EndsAt);

    private Course ParseCourse(Validation check, int sessions) =>
        new()
        {
            Room = check.OptionalLine("room", Room, LongestRoom),
            Position = Position?.Parse(check),
            Teachers = ListOf(check, "teachers", Teachers, TeacherRequest.Most, TeacherRequest.Parse),
            Syllabus = ListOf(
                check,
                "syllabus",
                Syllabus,
                LessonRequest.Most,
                (at, field, topic) => LessonRequest.Parse(at, field, topic, sessions)
            ),
            Materials = ListOf(check, "materials", Materials, MaterialRequest.Most, MaterialRequest.Parse),
            Questions = Questions is { Count: > 0 } ? QuestionRequest.Parse(check, "questions", Questions) : null,
        };

    private static IReadOnlyList<T>? ListOf<TRequest, T>(
        Validation check,
        string field,
        IReadOnlyList<TRequest?>? wanted,
        int most,
        Func<Validation, string, TRequest?, T> parse
    )
    {
        check.Check(wanted is null || wanted.Count <= most, field, $"must be {most} at most");
        return wanted is { Count: > 0 } ? [.. wanted.Take(most).Select((one, at) => parse(check, $"{field}[{at}]", one))] : null;
    }

    // The pattern of a series is one session; all of its sessions, as a training shows them, stay as they are.
    private static List<Session> Expand(List<Session> sessions, Series? series, Validation check)
    {
        if (series is null || sessions.Count == 0)
            return sessions;
        check.Check(sessions.Count == 1 || sessions.Count == series.Count, "series", "repeats one session");
        return sessions is [var first]
            ? [.. Enumerable.Range(0, series.Count).Select(at => first.After(TimeSpan.FromDays(at * series.EveryDays)))]
            : sessions;
    }

    public static List<Session> ParseSessions(Validation check, IReadOnlyList<SessionRequest?>? wanted)
    {
        var sessions = (wanted ?? [])
            .Where(session => session is { StartsAt: not null, EndsAt: not null })
            .Select(session => new Session(check.Instant("sessions", session!.StartsAt), check.Instant("sessions", session.EndsAt)))
            .ToList();
        check.Check(
            sessions.Count is >= 1 and <= MostSessions && sessions.Count == wanted!.Count,
            "sessions",
            $"must be 1 to {MostSessions}, each with startsAt and endsAt"
        );
        check.Check(
            sessions.TrueForAll(session => session.StartsAt < session.EndsAt && session.Length <= TimeSpan.FromDays(1)),
            "sessions",
            "must end after they start, within a day"
        );
        check.Check(
            sessions.Zip(sessions.Skip(1)).All(pair => pair.First.EndsAt <= pair.Second.StartsAt),
            "sessions",
            "must follow one another"
        );
        return sessions;
    }
}
