using System.Text.Json.Serialization;
using EStation.Http;
using EStation.People;
using EStation.Regions;

namespace EStation.Accounts;

public sealed record PutMeRequest(
    string? Name = null,
    [property: As<RegionCode>] string? Village = null,
    [property: JsonConverter(typeof(CodeConverter))] string? Gender = null,
    int? BirthYear = null,
    [property: JsonConverter(typeof(CodeConverter))] string? EthnicGroup = null,
    bool? LeftBehind = null,
    [property: As<Language>] string? Language = null,
    ConsentRequest? Consent = null
)
{
    private const int LongestVersion = 40;
    private const int LongestName = 40;
    private const int OldestYear = 1900;

    public Result<Profile> Parse(Divisions divisions, int year)
    {
        var check = new Http.Validation();
        var name = check.OptionalLine("name", Name, LongestName);
        var village = Village is null ? (RegionCode?)null : check.Parsed<RegionCode>("village", Village, "is no region code");
        check.Check(
            village is not { Value.Length: > 0 } code || (code.Level == RegionLevel.Village && divisions.Find(code) is not null),
            "village",
            "is no village of the province"
        );
        var gender = Genders.Parse(Gender);
        check.Check(Gender is null || gender is not null, "gender", "must be 1 (male) or 2 (female), GB/T 2261.1");
        check.Check(
            BirthYear is null || (BirthYear >= OldestYear && BirthYear <= year),
            "birthYear",
            $"must be between {OldestYear} and {year}"
        );
        var group = EthnicGroup?.PadLeft(2, '0');
        check.Check(group is null || EthnicGroups.Contains(group), "ethnicGroup", "must be a code of GB/T 3304, 01 to 56, 97 or 98");
        var language = Languages.Parse(Language ?? "zh");
        check.Check(language is not null, "language", "must be zh, ko, mn or en");
        return check.Or(() => new Profile(name, village, gender, BirthYear, group, LeftBehind ?? false, language!.Value));
    }

    public Result<IReadOnlyList<Consent>> ParseConsent(DateTimeOffset now)
    {
        if (Consent is null)
            return Array.Empty<Consent>();
        var check = new Http.Validation();
        var version = check.Text("consent.version", Consent.Version, LongestVersion);
        var guardian = check.OptionalLine("consent.guardian", Consent.Guardian, LongestName);
        check.Check(
            guardian is not null || BirthYear is not { } born || Day.Of(now).Date.Year - born >= People.Consent.AgeWithoutGuardian,
            "consent.guardian",
            $"is missing: for a child under {People.Consent.AgeWithoutGuardian} a guardian agrees"
        );
        return check.Or<IReadOnlyList<Consent>>(() => [new Consent(version, guardian, now)]);
    }
}

/// <param name="Guardian">The guardian's name, for a child under 14.</param>
public sealed record ConsentRequest(string? Version, string? Guardian = null);
