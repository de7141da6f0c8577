namespace EStation.Statistics.Disclosure;

/// <summary>
/// Which unknowns a system of linear equations determines: Gauss and Jordan over sparse rows, modulo a prime instead of with fractions.
/// </summary>
public sealed class Elimination
{
    private const long Prime = 2_147_483_647;

    private readonly Dictionary<int, Dictionary<int, long>> byPivot = [];
    private readonly Dictionary<int, HashSet<int>> pivotsByUnknown = [];

    public void Add(IEnumerable<(int Unknown, int Factor)> equation)
    {
        var row = equation.ToDictionary(term => term.Unknown, term => (term.Factor + Prime) % Prime);
        foreach (var pivot in row.Keys.Where(byPivot.ContainsKey).ToList())
            Subtract(row, byPivot[pivot], row[pivot]);
        if (row.Count == 0)
            return;

        var chosen = row.Keys.MinBy(unknown => (pivotsByUnknown.GetValueOrDefault(unknown)?.Count ?? 0, unknown));
        var inverse = Inverse(row[chosen]);
        foreach (var unknown in row.Keys.ToList())
            row[unknown] = row[unknown] * inverse % Prime;
        foreach (var other in pivotsByUnknown.GetValueOrDefault(chosen)?.ToList() ?? [])
        {
            Forget(other);
            Subtract(byPivot[other], row, byPivot[other][chosen]);
            Remember(other);
        }

        byPivot[chosen] = row;
        Remember(chosen);
    }

    public IEnumerable<int> Solved() => byPivot.Where(row => row.Value.Count == 1).Select(row => row.Key).Order();

    /// <summary>Equations that follow from those added, each with signed factors.</summary>
    public IEnumerable<IReadOnlyList<(int Unknown, long Factor)>> Rows() =>
        byPivot
            .OrderBy(row => row.Key)
            .Select(row =>
                (IReadOnlyList<(int, long)>)
                    [.. row.Value.Select(term => (term.Key, term.Value > Prime / 2 ? term.Value - Prime : term.Value))]
            );

    private static void Subtract(Dictionary<int, long> from, Dictionary<int, long> row, long factor)
    {
        foreach (var (unknown, value) in row)
        {
            var left = (from.GetValueOrDefault(unknown) + ((Prime - factor) * value)) % Prime;
            if (left == 0)
                from.Remove(unknown);
            else
                from[unknown] = left;
        }
    }

    private void Forget(int pivot)
    {
        foreach (var unknown in byPivot[pivot].Keys)
            pivotsByUnknown[unknown].Remove(pivot);
    }

    private void Remember(int pivot)
    {
        foreach (var unknown in byPivot[pivot].Keys)
        {
            if (!pivotsByUnknown.TryGetValue(unknown, out var pivots))
                pivotsByUnknown[unknown] = pivots = [];
            pivots.Add(pivot);
        }
    }

    private static long Inverse(long value) => (long)System.Numerics.BigInteger.ModPow(value, Prime - 2, Prime);
}
