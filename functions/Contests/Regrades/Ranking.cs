using EStation.Contests.Boards;

namespace EStation.Contests.Regrades;

/// <summary>People of a region in the order of their bests.</summary>
public sealed class Ranking
{
    private readonly List<string> people = [];
    private readonly Dictionary<string, int> ranks = new(StringComparer.Ordinal);

    public Ranking(IEnumerable<(string Person, Best Best)> bests)
    {
        Best? last = null;
        var shared = 0;
        foreach (var (person, best) in bests.OrderBy(one => one.Best).ThenBy(one => one.Person, StringComparer.Ordinal))
        {
            people.Add(person);
            if (last is null || last.Score != best.Score || last.Second != best.Second)
                shared = people.Count;
            ranks[person] = people.Count <= Leaderboard.Length ? people.Count : shared;
            last = best;
        }
    }

    public IReadOnlyList<string> Board => people[..Math.Min(people.Count, Leaderboard.Length)];

    /// <summary>As a standing shows it: exact on the board, beyond it equal score and second share a rank.</summary>
    public int RankOf(string person) => ranks[person];
}
