using EStation.Identity;
using EStation.Regions;

namespace EStation.Access;

/// <summary>A role that an administrator gave to whoever has a phone, before or after its first sign-in.</summary>
/// <param name="Id">Follows from phone, role, region and the secret of the time: what is given twice at once is given once.</param>
/// <param name="GivenBy">The administrator, by id.</param>
/// <param name="Until">When it ends by itself; null: never.</param>
/// <param name="LastUsedAt">To the day: when it was last used for something that is in the audit.</param>
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
    /// <summary>So long without use, a role is listed as unused.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromDays(183);

    public bool HoldsAt(DateTimeOffset now) => Until is not { } end || now < end;

    public bool IsUnusedAt(DateTimeOffset now) => HoldsAt(now) && now - (LastUsedAt ?? GivenAt) >= Unused;

    /// <summary>The same role of the same phone, whoever gave it and whatever secret named it.</summary>
    public bool IsSameAs(Grant other) => (Phone, Role, Region) == (other.Phone, other.Role, other.Region);
}

/// <summary>A grant as administrators see it.</summary>
/// <param name="GivenBy">The administrator, by a pseudonym that holds among grants.</param>
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
