namespace EStation.People;

/// <summary>What somebody has agreed to.</summary>
/// <param name="Version">Of the text, as the front names it.</param>
/// <param name="Guardian">Who agreed for a child under 14.</param>
/// <param name="At">When, for the first time.</param>
public sealed record Consent(string Version, string? Guardian, DateTimeOffset At)
{
    /// <summary>Younger than this, a guardian agrees; by the year of birth, as all ages are.</summary>
    public const int AgeWithoutGuardian = 14;

    /// <summary>The same again is still of the first time.</summary>
    public Consent After(Consent? before) => before is not null && before with { At = At } == this ? before : this;
}
