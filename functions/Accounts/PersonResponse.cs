using EStation.Access;
using EStation.Accounts.Documents;
using EStation.People;
using EStation.Regions;

namespace EStation.Accounts;

/// <param name="Gender">GB/T 2261.1: 1 male, 2 female.</param>
/// <param name="ConsentAsked">The version to agree to at the next visit; null when it is agreed to.</param>
public sealed record PersonResponse(
    string Id,
    string? Name,
    string Phone,
    RegionCode? Village,
    IReadOnlyList<Text> PlaceNames,
    string? Gender,
    int? BirthYear,
    string? EthnicGroup,
    bool LeftBehind,
    Language Language,
    IReadOnlyList<RoleResponse> Roles,
    ConsentResponse? Consent,
    string? ConsentAsked
);

/// <param name="Current">It is of the newest version.</param>
public sealed record ConsentResponse(string Version, string? Guardian, DateTimeOffset At, bool Current);

public sealed record RoleResponse(Role Role, RegionCode Region);

/// <summary>Adds to a person what others know: the names of the places, the roles.</summary>
public sealed class PersonResponses(Divisions divisions, Roles roles, LegalDocuments documents)
{
    public async Task<PersonResponse> OfAsync(Person person) =>
        new(
            person.Id,
            person.Profile.Name,
            person.Phone.Masked,
            person.Profile.Village,
            person.Profile.Village is { } village ? divisions.NamesDownTo(village) : [],
            person.Profile.Gender?.ToString("D"),
            person.Profile.BirthYear,
            person.Profile.EthnicGroup,
            person.Profile.LeftBehind,
            person.Profile.Language,
            [.. (await roles.OfAsync(person)).Select(authority => new RoleResponse(authority.Role, authority.Region))],
            person.Consent is { } consent
                ? new ConsentResponse(consent.Version, consent.Guardian, consent.At, consent.Version == documents.Current)
                : null,
            person.Consent?.Version == documents.Current ? null : documents.Current
        );
}
