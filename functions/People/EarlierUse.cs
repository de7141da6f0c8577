namespace EStation.People;

/// <summary>Use of a limit (attempts or votes) before an erasure, which still counts for the phone's keyed hash.</summary>
public sealed record EarlierUse(string Limit, IReadOnlyDictionary<Day, int> ByDay, DateTimeOffset Until)
{
    public int Total => ByDay.Values.Sum();

    public int On(Day day) => ByDay.GetValueOrDefault(day);

    /// <summary>Merges overlapping uses: the larger number of each day.</summary>
    public EarlierUse Or(EarlierUse other) =>
        this with
        {
            ByDay = ByDay.Keys.Union(other.ByDay.Keys).ToDictionary(day => day, day => Math.Max(On(day), other.On(day))),
        };

    public static string AttemptsIn(string contest) => "attempts|" + contest;

    public static string VotesIn(string campaign, Day day) => $"votes|{campaign}|{day}";
}
