namespace EStation.Showcase.Reviews;

/// <summary>The reports that a reviewer has dismissed: the first so many, up to a time.</summary>
public sealed record SettledReports(int Count, DateTimeOffset Until, string Reviewer);
