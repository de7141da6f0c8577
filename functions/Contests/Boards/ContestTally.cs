using EStation.Contests.Attempts;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Contests.Boards;

public sealed class ContestTally : ITotal
{
    public Leaderboard Board { get; private init; } = new([]);

    public Histogram Bests { get; private init; } = new();

    public List<int> Scores { get; private init; } = [];

    /// <summary>Ids of erased people. Only villages have them, since names enter there.</summary>
    public SortedSet<string> Forgotten { get; private init; } = new(StringComparer.Ordinal);

    public int Entries => Scores.Sum();

    public int Participants => Bests.Total;

    public int Passed { get; private set; }

    public static ContestTally Read(BinaryData? stored)
    {
        if (stored is null)
            return new ContestTally();
        var form = Packed.Read<Stored>(stored);
        return new ContestTally
        {
            Board = new Leaderboard(form.Board),
            Bests = Histogram.FromFlat(form.Bests),
            Scores = [.. form.Scores],
            Passed = form.Passed,
            Forgotten = [.. form.Forgotten ?? []],
        };
    }

    public BinaryData Write() =>
        Packed.Write(new Stored(Board.Placings, Bests.ToFlat(), Scores, Passed, Forgotten.Count > 0 ? [.. Forgotten] : null));

    public void Add(News news)
    {
        if (news is NameForgotten erased)
            Forget(erased.Person);
        if (news is not AttemptCounted attempt)
            return;
        Bests.Move(attempt.PreviousBest, attempt.NewBest);
        if (attempt.Result.Equals(attempt.NewBest))
            Board.Add(new Placing(attempt.Person, Forgotten.Contains(attempt.Person) ? "" : attempt.Name, attempt.Village, attempt.Result));
        Passed += attempt.Passed ? 1 : 0;
        AddScore(attempt.Result.Score, 1);
    }

    /// <summary>A forgotten name does not come back, in whatever order news arrive.</summary>
    private void Forget(string person)
    {
        Forgotten.Add(person);
        Board.Forget(person);
    }

    public void Merge(ContestTally other)
    {
        Board.Merge(other.Board);
        Bests.Merge(other.Bests);
        Passed += other.Passed;
        for (var score = 0; score < other.Scores.Count; score++)
            AddScore(score, other.Scores[score]);
    }

    private void AddScore(int score, int entries)
    {
        while (Scores.Count <= score)
            Scores.Add(0);
        Scores[score] += entries;
    }

    private sealed record Stored(
        IReadOnlyList<Placing> Board,
        IReadOnlyList<int> Bests,
        IReadOnlyList<int> Scores,
        int Passed,
        IReadOnlyList<string>? Forgotten = null
    );
}
