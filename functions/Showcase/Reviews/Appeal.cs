namespace EStation.Showcase.Reviews;

/// <summary>The owner's only appeal against a rejection or a take-down.</summary>
/// <param name="DecidedAt">Null while it waits.</param>
public sealed record Appeal(string Text, DateTimeOffset At, DateTimeOffset? DecidedAt = null, FilmDecision? Decision = null);
