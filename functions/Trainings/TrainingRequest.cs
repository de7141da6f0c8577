using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

public sealed record SessionRequest(DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

public sealed record EligibilityRequest(
    [property: JsonConverter(typeof(CodeConverter))] string? Gender = null,
    [property: Range(0, EligibilityRequest.OldestAge)] int? MinAge = null,
    [property: Range(0, EligibilityRequest.OldestAge)] int? MaxAge = null,
    [property: As<RegionCode>, MinLength(1), MaxLength(EligibilityRequest.MostRegions)] IReadOnlyList<string?>? Regions = null,
    [property: MinLength(1), MaxLength(EligibilityRequest.MostGroups)] IReadOnlyList<string?>? EthnicGroups = null
)
{
    public const int OldestAge = 120;
    public const int MostRegions = 100;
    public const int MostGroups = 58;
}

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
    EligibilityRequest? Eligibility = null,
    string? Contact = null
)
{
    private const int LongestTitle = 120;
    private const int LongestDescription = 4000;
    private const int LongestContact = 200;
    private const int MostSessions = 100;
    private const int MostCapacity = 100_000;
    private const int MostHours = 1000;

    /// <param name="divisions">Where it can be.</param>
    /// <param name="by">The official's id.</param>
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
        var sessions = ParseSessions(check);
        var (opens, closes) = (check.Instant("signUpOpensAt", SignUpOpensAt), check.Instant("signUpClosesAt", SignUpClosesAt));
        check.Check(
            SignUpOpensAt is null || SignUpClosesAt is null || SignUpOpensAt < SignUpClosesAt,
            "signUpClosesAt",
            "must be after signUpOpensAt"
        );
        check.Check(Capacity is >= 1 and <= MostCapacity, "capacity", $"must be between 1 and {MostCapacity}");
        check.Check(Hours is >= 0 and <= MostHours, "hours", $"must be between 0 and {MostHours}");
        var contact = check.OptionalLine("contact", Contact, LongestContact);
        var eligibility = ParseEligibility(check, divisions);
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
        );
    }

    private List<Session> ParseSessions(Validation check)
    {
        var sessions = (Sessions ?? [])
            .Where(session => session is { StartsAt: not null, EndsAt: not null })
            .Select(session => new Session(check.Instant("sessions", session!.StartsAt), check.Instant("sessions", session.EndsAt)))
            .ToList();
        check.Check(
            sessions.Count is >= 1 and <= MostSessions && sessions.Count == Sessions!.Count,
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

    private Eligibility? ParseEligibility(Validation check, Divisions divisions)
    {
        if (Eligibility is not { } rules)
            return null;
        var gender = Genders.Parse(rules.Gender);
        check.Check(rules.Gender is null || gender is not null, "eligibility.gender", "must be 1 (male) or 2 (female), GB/T 2261.1");
        check.Check(
            rules.MinAge is null or (>= 0 and <= EligibilityRequest.OldestAge),
            "eligibility.minAge",
            $"must be between 0 and {EligibilityRequest.OldestAge}"
        );
        check.Check(
            rules.MaxAge is null or (>= 0 and <= EligibilityRequest.OldestAge) && !(rules.MaxAge < rules.MinAge),
            "eligibility.maxAge",
            $"must be between minAge and {EligibilityRequest.OldestAge}"
        );
        var regions = rules
            .Regions?.Select(region => check.Parsed<RegionCode>("eligibility.regions", region, "has what is no region code"))
            .ToList();
        check.Check(
            regions is null
                || (
                    regions.Count is >= 1 and <= EligibilityRequest.MostRegions
                    && regions.TrueForAll(region => divisions.Find(region) is not null)
                ),
            "eligibility.regions",
            $"must be 1 to {EligibilityRequest.MostRegions} divisions of the province"
        );
        var groups = rules.EthnicGroups?.Select(group => group?.PadLeft(2, '0') ?? "").ToList();
        check.Check(
            groups is null || (groups.Count is > 0 and <= EligibilityRequest.MostGroups && groups.TrueForAll(EthnicGroups.Contains)),
            "eligibility.ethnicGroups",
            $"must be 1 to {EligibilityRequest.MostGroups} codes of GB/T 3304"
        );
        return new Eligibility(gender, rules.MinAge, rules.MaxAge, regions, groups);
    }
}
