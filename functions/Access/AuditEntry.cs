using EStation.Regions;

namespace EStation.Access;

/// <param name="Person">The person's id. After an erasure it leads to nobody.</param>
/// <param name="Subject">An id, never a name or a whole phone number.</param>
/// <param name="Count">Many refusals of one hour are one entry.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string Person,
    string Action,
    RegionCode Region,
    string Subject,
    bool Allowed,
    int Count = 1
);
