using EStation.Regions;

namespace EStation.Contests.Regrades;

public enum RegradeState
{
    Proposed,
    Applying,
    Applied,
}

/// <summary>A proposal to change right answers, or to void questions, of a published contest. It never changes.</summary>
/// <param name="Base">The version of the key that it changes.</param>
/// <param name="By">The id of the administrator.</param>
public sealed record Regrade(
    string Id,
    string Contest,
    int Base,
    IReadOnlyDictionary<string, KeyChange> Changes,
    string Reason,
    string By,
    DateTimeOffset At,
    RegradePreview Preview
)
{
    /// <summary>It is applied by the key that names it, and by nothing else.</summary>
    public RegradeState StateIn(ContestKeys keys, DateTimeOffset now) =>
        keys.Keys.FirstOrDefault(key => key.Regrade == Id) is not { } key ? RegradeState.Proposed
        : key.Version <= keys.ShownAt(now) ? RegradeState.Applied
        : RegradeState.Applying;
}

/// <param name="Attempts">Ranked attempts of the contest.</param>
/// <param name="Up">Attempts with a higher score than before.</param>
/// <param name="Boards">From county to the contest's region, those whose first 100 change.</param>
public sealed record RegradePreview(
    int Attempts,
    int Up,
    int Down,
    int NewlyPassed,
    int NoLongerPassed,
    IReadOnlyList<BoardChange> Boards
);

/// <param name="Moved">People on it before and after, at another rank.</param>
public sealed record BoardChange(RegionCode Region, int Entered, int Left, int Moved);
