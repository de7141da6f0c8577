using EStation.People;
using EStation.Regions;

namespace EStation.Access;

public enum Role
{
    Official,
    Reviewer,
    Jury,
    Administrator,
}

/// <summary>A role in a region and in everything below it: an official of a town acts for its villages.</summary>
public sealed record Authority(Role Role, RegionCode Region);

public sealed class Roles(AccessOptions options, GrantTable grants, TimeProvider time)
{
    private static readonly Authority Province = new(Role.Administrator, RegionCode.Province);

    public async Task<IReadOnlyList<Authority>> OfAsync(Person person) =>
        [
            .. options.Administrators.Contains(person.Phone) ? [Province] : Array.Empty<Authority>(),
            .. (await grants.OfAsync(person.Phone))
                .Where(grant => grant.HoldsAt(time.Now()))
                .Select(grant => new Authority(grant.Role, grant.Region)),
        ];

    public async Task<bool> HasAnyAsync(Phone phone) =>
        options.Administrators.Contains(phone) | (await grants.OfAsync(phone)).Any(grant => grant.HoldsAt(time.Now()));

    public async Task<bool> MayAsync(Person person, IReadOnlyList<Role> wanted, RegionCode? region) =>
        (await OfAsync(person)).Any(authority =>
            wanted.Contains(authority.Role) && (region is not { } asked || authority.Region.Contains(asked))
        );
}
