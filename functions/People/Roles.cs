using EStation.Regions;

namespace EStation.People;

internal enum Role
{
    Official,
    Reviewer,
    Jury,
    Administrator,
}

/// <summary>A role in a region and in everything below it.</summary>
internal sealed record Grant(Role Role, RegionCode Region);

/// <summary>Who may act as what, and where.</summary>
internal sealed class Roles(SignInOptions options)
{
    private static readonly Grant Province = new(Role.Administrator, RegionCode.Parse("22"));

    public IEnumerable<Grant> Of(Person person) => options.Administrators.Contains(person.Phone) ? [Province] : [];

    public bool May(Person person, Role role, RegionCode region) => Of(person).Any(grant => grant.Role == role && grant.Region.Contains(region));
}
