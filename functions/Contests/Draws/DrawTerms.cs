namespace EStation.Contests.Draws;

/// <summary>The public value that draws the lots, named before it exists.</summary>
/// <param name="Source">For example 双色球.</param>
/// <param name="Outcomes">How many values are possible.</param>
public sealed record DrawTerms(string Source, string Issue, DateTimeOffset DrawnAt, long Outcomes)
{
    /// <summary>With fewer outcomes a list of lots could be shaped to a value.</summary>
    public const long FewestOutcomes = 10_000_000;
}

/// <summary>The value as the first administrator entered it; a second one confirms it.</summary>
public sealed record DrawEntry(string Value, string By, DateTimeOffset At);

/// <param name="By">The two administrators, by id.</param>
public sealed record DrawnValue(string Value, string Seed, IReadOnlyList<string> By, DateTimeOffset At);
