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
    /// <summary>Ids of the people above the giver when the role was given, also of those who lost theirs since; null when unknown.</summary>
    public IReadOnlyList<string>? Line { get; init; }

    private static readonly TimeSpan Unused = TimeSpan.FromDays(183);

    public bool HoldsAt(DateTimeOffset now) => Until is not { } end || now < end;

    public bool IsUnusedAt(DateTimeOffset now) => HoldsAt(now) && now - (LastUsedAt ?? GivenAt) >= Unused;

    /// <summary>With another end, which is a gift too: by its giver, at its time, and under all who are above either.</summary>
    public Grant ChangedBy(Grant other) =>
        this with
        {
            Until = other.Until,
            GivenBy = other.GivenBy,
            GivenAt = other.GivenAt,
            Line = Line is null || other.Line is null ? null : [.. Line.Append(GivenBy).Union(other.Line)],
        };

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
