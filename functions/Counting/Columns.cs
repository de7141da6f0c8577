using System.Numerics;

namespace EStation.Counting;

/// <summary>The columns of a metric: the total (<see cref="Audience.None"/>) and each audience. Audiences overlap.</summary>
public static class Columns
{
    public static readonly IReadOnlyList<Audience> All =
    [
        Audience.None,
        Audience.Women,
        Audience.Minority,
        Audience.LeftBehind,
        Audience.Under35,
        Audience.Over60,
    ];

    public static IEnumerable<Audience> OfAudiences => All.Skip(1);

    public static int IndexOf(Audience column) => column == Audience.None ? 0 : BitOperations.Log2((uint)column) + 1;
}
