using EStation.Regions;

namespace EStation.Access;

/// <summary>Somebody read personal data, used a role, or was refused.</summary>
/// <param name="Person">Who, by id: what is left of it after an erasure leads to nobody.</param>
/// <param name="Subject">What or whom, by id; never a name or a whole phone.</param>
/// <param name="Count">How often: many refusals of one hour are one entry.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string Person,
    string Action,
    RegionCode Region,
    string Subject,
    bool Allowed,
    int Count = 1
);
