using EStation.Contests.Attempts;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Contests.Boards;

public sealed class ContestTally : ITotal
{
    public Leaderboard Board { get; private init; } = new([]);

    public Histogram Bests { get; private init; } = new();

    public List<int> Scores { get; private init; } = [];

    /// <summary>Ids of erased people. Only villages have them, since names enter there.</summary>
    public SortedSet<string> Forgotten { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>By person, the last correction that the board knows of. Only villages have them.</summary>
    private SortedDictionary<string, int> Steps { get; init; } = new(StringComparer.Ordinal);

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
            // Without a length it was stored when boards kept no spare: some may have fallen off.
            Board = new Leaderboard(
                form.Board,
                form.Fallen ?? (form.Length is null && form.Board.Count == Leaderboard.Length ? form.Board[^1] : null)
            ),
            Bests = Histogram.FromFlat(form.Bests),
            Scores = [.. form.Scores],
            Passed = form.Passed,
            Forgotten = [.. form.Forgotten ?? []],
            Steps = new SortedDictionary<string, int>(form.Steps ?? [], StringComparer.Ordinal),
        };
    }

    public BinaryData Write() =>
        Packed.Write(
            new Stored(
                Board.Placings,
                Bests.ToFlat(),
                [.. Scores.Take(Scores.FindLastIndex(entries => entries != 0) + 1)],
                Passed,
                Forgotten.Count > 0 ? [.. Forgotten] : null,
                Leaderboard.Length + Leaderboard.Spare,
                Board.Fallen,
                Steps.Count > 0 ? Steps : null
            )
        );

    /// <summary>The part that a document shows.</summary>
    public ContestTally Shown() =>
        new()
        {
            Board = Board.Shown(),
            Bests = Bests,
            Scores = Scores,
            Passed = Passed,
            Forgotten = Forgotten,
        };

    /// <summary>With a board that was made from the records.</summary>
    public ContestTally With(Leaderboard board) =>
        new()
        {
            Board = board,
            Bests = Bests,
            Scores = Scores,
            Passed = Passed,
            Forgotten = Forgotten,
            Steps = Steps,
        };

    public void Add(News news)
    {
        switch (news)
        {
            case NameForgotten erased:
                Forget(erased.Person);
                break;
            case AttemptCounted attempt:
                Bests.Move(attempt.PreviousBest, attempt.NewBest);
                Place(attempt.Person, attempt.Name, attempt.Village, attempt.NewBest, attempt.Step);
                Passed += attempt.Passed ? 1 : 0;
                AddScore(attempt.Result.Score, 1);
                break;
            case AttemptRecounted attempt:
                Passed += attempt.Passed ? attempt.Entries : 0;
                AddScore(attempt.Score, attempt.Entries);
                break;
            case StandingCorrected corrected:
                Bests.Move(corrected.From, corrected.To);
                Place(corrected.Person, corrected.Name, corrected.Village, corrected.To, corrected.Step);
                break;
        }
    }

    /// <summary>
    /// News of a step say the best of all attempts up to them. Those of an earlier step are out of date, the first of a later step replaces
    /// what the board knows: the order of folding does not matter.
    /// </summary>
    private void Place(string person, string name, RegionCode village, Best? best, int step)
    {
        var known = Steps.GetValueOrDefault(person);
        if (step < known)
            return;
        if (step > known)
        {
            Steps[person] = step;
            Board.Remove(person);
        }

        if (best is not null)
            Board.Add(new Placing(person, Forgotten.Contains(person) ? "" : name, village, best));
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
        IReadOnlyList<string>? Forgotten = null,
        int? Length = null,
        Placing? Fallen = null,
        SortedDictionary<string, int>? Steps = null
    );
}
