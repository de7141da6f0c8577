using EStation.Identity;
using EStation.Regions;

namespace EStation.People;

/// <summary>A role that an administrator gave to whoever has a phone, before or after its first sign-in.</summary>
/// <param name="Id">Follows from phone, role, region and the secret of the time: what is given twice at once is given once.</param>
/// <param name="GivenBy">The administrator, by id.</param>
public sealed record Grant(string Id, Phone Phone, Role Role, RegionCode Region, string GivenBy, DateTimeOffset GivenAt)
{
    /// <summary>The same role of the same phone, whoever gave it and whatever secret named it.</summary>
    public bool IsSameAs(Grant other) => (Phone, Role, Region) == (other.Phone, other.Role, other.Region);
}

/// <summary>A grant as administrators see it.</summary>
/// <param name="GivenBy">The administrator, by a pseudonym that holds among grants.</param>
public sealed record GrantResponse(string Id, string Phone, Role Role, RegionCode Region, string GivenBy, DateTimeOffset GivenAt)
{
    public static GrantResponse Of(Grant grant, Pseudonyms pseudonyms) =>
        new(grant.Id, grant.Phone.Masked, grant.Role, grant.Region, pseudonyms.Of(grant.GivenBy, "grants"), grant.GivenAt);
}
