namespace EStation.People;

/// <summary>
/// How often somebody who has erased everything since had attempted a contest that is still open: so that the limits of that contest hold
/// for whoever signs up anew with the same phone. Kept by a keyed hash of the phone, and only until the contest closes.
/// </summary>
/// <param name="ByDay">Attempts started, by day.</param>
/// <param name="Until">When the contest closes, and this is of no use any more.</param>
internal sealed record EarlierAttempts(string Contest, IReadOnlyDictionary<Day, int> ByDay, DateTimeOffset Until)
{
    public int Total => ByDay.Values.Sum();

    public int On(Day day) => ByDay.GetValueOrDefault(day);

    /// <summary>Both together, where each may know of attempts of the other: of each day the larger number.</summary>
    public EarlierAttempts Or(EarlierAttempts other) => this with
    {
        ByDay = ByDay.Keys.Union(other.ByDay.Keys).ToDictionary(day => day, day => Math.Max(On(day), other.On(day))),
    };
}
