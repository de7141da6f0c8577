using EStation.Regions;

namespace EStation.Contests.Fairness;

/// <summary>Attempts of a person do not count, until it is undone.</summary>
/// <param name="Id">Begins with the county: see <see cref="CountyOf"/>.</param>
/// <param name="Person">An id; leads to nobody after an erasure.</param>
/// <param name="Number">The attempt; null for all of the person, also later ones.</param>
/// <param name="By">The administrator's id.</param>
public sealed record Disqualification(
    string Id,
    string Contest,
    string Person,
    int? Number,
    string Reason,
    string By,
    DateTimeOffset At,
    string? UndoneBy = null,
    DateTimeOffset? UndoneAt = null
)
{
    public const int LongestReason = 500;
    private const char Separator = '-';

    public bool Holds => UndoneAt is null;

    public static string IdOf(RegionCode county, string rest) => $"{county}{Separator}{rest}";

    public static RegionCode? CountyOf(string id) =>
        id.Split(Separator) is [var code, _] && RegionCode.TryParse(code, null, out var county) && county.Level == RegionLevel.County
            ? county
            : null;
}
