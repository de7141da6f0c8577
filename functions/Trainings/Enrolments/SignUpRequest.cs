using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EStation.Accounts;
using EStation.Http;
using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>Another person as the caller declares them; the rules use only these declarations.</summary>
public sealed record SignUpPerson(
    [property: As<Phone>] string? Phone,
    string? Name,
    [property: JsonConverter(typeof(CodeConverter))] string? Gender = null,
    int? BirthYear = null,
    [property: JsonConverter(typeof(CodeConverter))] string? EthnicGroup = null,
    bool? LeftBehind = null,
    [property: As<RegionCode>] string? Village = null
);

public sealed record Named(Phone Phone, Profile Declared);

public sealed record SignUpRequest(
    [property: MaxLength(SignUpRequest.MostVillagers)] IReadOnlyList<SignUpPerson?>? People = null,
    IReadOnlyDictionary<string, string?>? Answers = null,
    bool Together = false,
    bool WalkIn = false
)
{
    public const int MostOfHousehold = 4;
    public const int MostVillagers = 50;

    public Result<IReadOnlyList<Named>> Parse(int most, Divisions divisions, int year)
    {
        var check = new Validation();
        var people = (People ?? []).Select((person, at) => Parse(check, $"people[{at}].", person, divisions, year)).ToList();
        check.Check(people.Count <= most, "people", $"must be {most} at most");
        check.Check(people.DistinctBy(person => person.Phone).Count() == people.Count, "people", "has the same phone twice");
        return check.Or<IReadOnlyList<Named>>(() => people);
    }

    private static Named Parse(Validation check, string field, SignUpPerson? person, Divisions divisions, int year)
    {
        var phone = check.Parsed<Phone>(field + "phone", person?.Phone, "is no mainland mobile number");
        check.Check(!string.IsNullOrWhiteSpace(person?.Name), field + "name", "is missing");
        var declared = new PutMeRequest(
            person?.Name,
            person?.Village,
            person?.Gender,
            person?.BirthYear,
            person?.EthnicGroup,
            person?.LeftBehind,
            Language: null
        ).Parse(divisions, year);
        if (!declared.Refused(out var refusal, out var profile))
            return new Named(phone, profile);
        foreach (var (name, reasons) in refusal.Errors!)
            check.Refuse(field + name, reasons[0]);
        return new Named(phone, new Profile());
    }
}
