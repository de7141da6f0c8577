using System.Text.Json.Serialization;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Trainings;

public sealed record SessionRequest(DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

public sealed record EligibilityRequest(
    [property: JsonConverter(typeof(CodeConverter))] string? Gender,
    int? MinAge,
    int? MaxAge,
    IReadOnlyList<string?>? Regions,
    IReadOnlyList<string?>? EthnicGroups
);

/// <summary>A training as an official announces it.</summary>
public sealed record TrainingRequest(
    string? Programme,
    TrainingKind? Kind,
    TextRequest? Title,
    TextRequest? Description,
    string? Village,
    string? Station,
    IReadOnlyList<SessionRequest?>? Sessions,
    DateTimeOffset? SignUpOpensAt,
    DateTimeOffset? SignUpClosesAt,
    int? Capacity,
    EligibilityRequest? Eligibility,
    int? Hours,
    string? Contact
)
{
    private const int LongestTitle = 120;
    private const int LongestDescription = 4000;
    private const int LongestContact = 200;
    private const int MostSessions = 100;
    private const int MostCapacity = 100_000;
    private const int MostHours = 1000;
    private const int MostRegions = 100;
    private const int MostGroups = 58;
    private const int OldestAge = 120;

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
        check.Check(rules.MinAge is null or (>= 0 and <= OldestAge), "eligibility.minAge", $"must be between 0 and {OldestAge}");
        check.Check(
            rules.MaxAge is null or (>= 0 and <= OldestAge) && !(rules.MaxAge < rules.MinAge),
            "eligibility.maxAge",
            $"must be between minAge and {OldestAge}"
        );
        var regions = rules
            .Regions?.Select(region => check.Parsed<RegionCode>("eligibility.regions", region, "has what is no region code"))
            .ToList();
        check.Check(
            regions is null
                || (regions.Count is >= 1 and <= MostRegions && regions.TrueForAll(region => divisions.Find(region) is not null)),
            "eligibility.regions",
            $"must be 1 to {MostRegions} divisions of the province"
        );
        var groups = rules.EthnicGroups?.Select(group => group?.PadLeft(2, '0') ?? "").ToList();
        check.Check(
            groups is null || (groups.Count is > 0 and <= MostGroups && groups.TrueForAll(EthnicGroups.Contains)),
            "eligibility.ethnicGroups",
            $"must be 1 to {MostGroups} codes of GB/T 3304"
        );
        return new Eligibility(gender, rules.MinAge, rules.MaxAge, regions, groups);
    }
}
