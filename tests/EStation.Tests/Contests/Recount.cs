using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace EStation.Contests;

/// <summary>
/// What a contest came to, counted from the raw rows of the ledger: apart from the code that folds and publishes, and in the simplest way.
/// </summary>
internal sealed class Recount
{
    private static readonly int[] Levels = [2, 4, 6, 9, 12];
    private readonly List<Attempt> attempts = [];
    private readonly Func<string, string[], bool> isRight;

    private Recount(Func<string, string[], bool> isRight) => this.isRight = isRight;

    /// <summary>Attempts that were started.</summary>
    public int Starts { get; private set; }

    /// <summary>Ranked attempts that were handed in.</summary>
    public int Submissions => attempts.Count;

    /// <param name="connectionString">The storage.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="right">Of another key than the stored scores: by question and options, whether they are right.</param>
    public static async Task<Recount> OfAsync(string connectionString, string contest, Func<string, string[], bool>? right = null)
    {
        var recount = new Recount(right ?? ((_, options) => options is ["a"]));
        var villages = new Dictionary<string, string>();
        var names = new Dictionary<string, string>();
        var from = $"attempt|{contest}|";
        await foreach (
            var row in new TableClient(connectionString, "Ledger").QueryAsync<TableEntity>($"RowKey ge '{from}' and RowKey lt '{from}~'")
        )
        {
            var key = row.RowKey.Split('|');
            recount.Starts += key.Length == 4 ? 1 : 0;
            if (key.Length == 4)
                (villages[$"{key[2]}|{key[3]}"], names[$"{key[2]}|{key[3]}"]) = (row.GetString("Village"), row.GetString("Name"));
            else if (row.GetBoolean("Ranked") == true)
                recount.attempts.Add(
                    new Attempt(
                        key[2],
                        villages[$"{key[2]}|{key[3]}"],
                        names[$"{key[2]}|{key[3]}"],
                        right is null ? row.GetInt32("Score")!.Value : AnswersOf(row).Count(answer => right(answer.Key, answer.Value)),
                        row.GetInt32("ElapsedMs")!.Value,
                        row.GetDateTimeOffset("SubmittedAt")!.Value,
                        AnswersOf(row)
                    )
                );
        }

        return recount;
    }

    public IEnumerable<string> Regions => attempts.SelectMany(attempt => Levels.Select(length => attempt.Village[..length])).Distinct();

    public int Entries(string region) => In(region).Count();

    public int Participants(string region) => In(region).Select(attempt => attempt.Person).Distinct().Count();

    public int Passed(string region, int mark) => In(region).Count(attempt => attempt.Score >= mark);

    public int WithScore(string region, int score) => In(region).Count(attempt => attempt.Score == score);

    /// <summary>Score, second and how many people have these as their best, flat, best first.</summary>
    public IEnumerable<int> Bests(string region) =>
        BestOfEach(region)
            .GroupBy(attempt => (attempt.Score, Second: attempt.ElapsedMs / 1000))
            .OrderByDescending(cell => cell.Key.Score)
            .ThenBy(cell => cell.Key.Second)
            .SelectMany(cell => new[] { cell.Key.Score, cell.Key.Second, cell.Count() });

    /// <summary>
    /// How often each question was answered and how often right, where <c>a</c> is the right option of all and none is left open.
    /// </summary>
    public IEnumerable<(string Id, int Shown, int Correct)> Questions(string region) =>
        In(region)
            .SelectMany(attempt => attempt.Answers)
            .GroupBy(answer => answer.Key)
            .Select(question => (question.Key, question.Count(), question.Count(answer => isRight(answer.Key, answer.Value))))
            .OrderBy(question => question.Key, StringComparer.Ordinal);

    /// <summary>Rank, score, time and village of the first ones, best first.</summary>
    public IEnumerable<(int Rank, int Score, int ElapsedMs, DateTimeOffset At, string Village)> Board(string region, int length) =>
        BestOfEach(region)
            .OrderByDescending(attempt => attempt.Score)
            .ThenBy(attempt => attempt.ElapsedMs)
            .ThenBy(attempt => attempt.At)
            .ThenBy(attempt => attempt.Person, StringComparer.Ordinal)
            .Take(length)
            .Select((attempt, at) => (at + 1, attempt.Score, attempt.ElapsedMs, attempt.At, attempt.Village));

    public static IEnumerable<(int Rank, int Score, int ElapsedMs, DateTimeOffset At, string Village)> Published(JsonNode leaderboard) =>
        leaderboard["entries"]!
            .AsArray()
            .Select(entry =>
                (
                    (int)entry!["rank"]!,
                    (int)entry["score"]!,
                    (int)entry["elapsedMs"]!,
                    (DateTimeOffset)entry["submittedAt"]!,
                    (string)entry["region"]!
                )
            );

    private static Dictionary<string, string[]> AnswersOf(TableEntity row) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(row.GetString("Answers"))!;

    private IEnumerable<Attempt> BestOfEach(string region) =>
        In(region)
            .GroupBy(attempt => attempt.Person)
            .Select(own =>
                own.OrderByDescending(attempt => attempt.Score).ThenBy(attempt => attempt.ElapsedMs).ThenBy(attempt => attempt.At).First()
            );

    private IEnumerable<Attempt> In(string region) =>
        attempts.Where(attempt => attempt.Village.StartsWith(region, StringComparison.Ordinal));

    private sealed record Attempt(
        string Person,
        string Village,
        string Name,
        int Score,
        int ElapsedMs,
        DateTimeOffset At,
        Dictionary<string, string[]> Answers
    );
}
