namespace EStation.People;

/// <summary>
/// How much somebody who has erased everything since had used of a limit: attempts in a contest that is still open, or a day's votes in a
/// campaign. So that it holds for whoever signs up anew with the same phone. Kept by a keyed hash of the phone, and only as long as the
/// limit lasts.
/// </summary>
/// <param name="Limit">Which limit it is, as <see cref="AttemptsIn"/> or <see cref="VotesIn"/> names it.</param>
/// <param name="ByDay">How often, by day.</param>
/// <param name="Until">When this is of no use any more.</param>
public sealed record EarlierUse(string Limit, IReadOnlyDictionary<Day, int> ByDay, DateTimeOffset Until)
{
    public int Total => ByDay.Values.Sum();

    public int On(Day day) => ByDay.GetValueOrDefault(day);

    /// <summary>Both together, where each may know of uses of the other: of each day the larger number.</summary>
    public EarlierUse Or(EarlierUse other) =>
        this with
        {
            ByDay = ByDay.Keys.Union(other.ByDay.Keys).ToDictionary(day => day, day => Math.Max(On(day), other.On(day))),
        };

    public static string AttemptsIn(string contest) => "attempts|" + contest;

    public static string VotesIn(string campaign, Day day) => $"votes|{campaign}|{day}";
}
