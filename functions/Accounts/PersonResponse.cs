using EStation.Access;
using EStation.People;
using EStation.Regions;

namespace EStation.Accounts;

/// <param name="Gender">GB/T 2261.1: 1 male, 2 female.</param>
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
    Consent? Consent
);

public sealed record RoleResponse(Role Role, RegionCode Region);

public sealed class PersonResponses(Divisions divisions, Roles roles)
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
            person.Consent
        );
}
