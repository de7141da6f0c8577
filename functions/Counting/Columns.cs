using System.Numerics;

namespace EStation.Counting;

/// <summary>
/// The columns of a metric: everybody (<see cref="Audience.None"/>), and each group that is told apart. Somebody may be in several.
/// </summary>
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

    /// <summary>All but the total.</summary>
    public static IEnumerable<Audience> OfAudiences => All.Skip(1);

    public static int IndexOf(Audience column) => column == Audience.None ? 0 : BitOperations.Log2((uint)column) + 1;
}
