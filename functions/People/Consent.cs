namespace EStation.People;

/// <param name="Version">The text's version, as the front names it.</param>
/// <param name="Guardian">The consenting guardian of a child under 14.</param>
public sealed record Consent(string Version, string? Guardian, DateTimeOffset At)
{
    /// <summary>Below this age a guardian consents. Ages are by year of birth.</summary>
    public const int AgeWithoutGuardian = 14;

    public Consent After(Consent? before) => before is not null && before with { At = At } == this ? before : this;
}
