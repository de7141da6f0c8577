using System.Runtime.InteropServices;

namespace EStation.Contests.Boards;

/// <summary>Counts bests by score and whole second, which ranks people beyond the board. Signed counts allow news in any order.</summary>
public sealed class Histogram
{
    private readonly Dictionary<(int Score, int Second), int> counts = [];

    /// <summary>Flat, for storage: score, second, count, score, second, count …</summary>
    public static Histogram FromFlat(IReadOnlyList<int> flat)
    {
        var histogram = new Histogram();
        for (var i = 0; i < flat.Count; i += 3)
            histogram.counts[(flat[i], flat[i + 1])] = flat[i + 2];
        return histogram;
    }

    public int[] ToFlat() =>
        [
            .. counts
                .Where(cell => cell.Value != 0)
                .OrderByDescending(cell => cell.Key.Score)
                .ThenBy(cell => cell.Key.Second)
                .SelectMany(cell => new[] { cell.Key.Score, cell.Key.Second, cell.Value }),
        ];

    public int Total => counts.Values.Sum();

    public void Move(Best? from, Best? to)
    {
        if (from is not null)
            Add((from.Score, from.Second), -1);
        if (to is not null)
            Add((to.Score, to.Second), 1);
    }

    public void Merge(Histogram other)
    {
        foreach (var (cell, count) in other.counts)
            Add(cell, count);
    }

    public int Ahead(Best best) =>
        counts
            .Where(cell => cell.Key.Score > best.Score || (cell.Key.Score == best.Score && cell.Key.Second < best.Second))
            .Sum(cell => cell.Value);

    private void Add((int Score, int Second) cell, int count) => CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out _) += count;
}
