using EStation.Identity;
using EStation.Regions;

namespace EStation.Access;

/// <param name="Id">Derived from phone, role, region and secret, so a concurrent repeat gives the same grant.</param>
/// <param name="Until">The end, or null for a grant without end.</param>
/// <param name="LastUsedAt">The day of the last use that is in the audit.</param>
public sealed record Grant(
    string Id,
    Phone Phone,
    Role Role,
    RegionCode Region,
    string GivenBy,
    DateTimeOffset GivenAt,
    DateTimeOffset? Until = null,
    DateTimeOffset? LastUsedAt = null
)
{
    private static readonly TimeSpan Unused = TimeSpan.FromDays(183);

    public bool HoldsAt(DateTimeOffset now) => Until is not { } end || now < end;

    public bool IsUnusedAt(DateTimeOffset now) => HoldsAt(now) && now - (LastUsedAt ?? GivenAt) >= Unused;

    /// <summary>The other grant may have another giver, or an id from another secret.</summary>
    public bool IsSameAs(Grant other) => (Phone, Role, Region) == (other.Phone, other.Role, other.Region);
}

public sealed record GrantResponse(
    string Id,
    string Phone,
    Role Role,
    RegionCode Region,
    string GivenBy,
    DateTimeOffset GivenAt,
    DateTimeOffset? Until,
    DateTimeOffset? LastUsedAt
)
{
    public static GrantResponse Of(Grant grant, Pseudonyms pseudonyms) =>
        new(
            grant.Id,
            grant.Phone.Masked,
            grant.Role,
            grant.Region,
            pseudonyms.Of(grant.GivenBy, "grants"),
            grant.GivenAt,
            grant.Until,
            grant.LastUsedAt
        );
}
