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

    public int Submissions => attempts.Count;

    public static async Task<Recount> OfAsync(string connectionString, string contest)
    {
        var recount = new Recount();
        var villages = new Dictionary<string, string>();
        var names = new Dictionary<string, string>();
        var from = $"attempt|{contest}|";
        await foreach (var row in new TableClient(connectionString, "Ledger").QueryAsync<TableEntity>($"RowKey ge '{from}' and RowKey lt '{from}~'"))
        {
            var key = row.RowKey.Split('|');
            if (key.Length == 4)
                (villages[$"{key[2]}|{key[3]}"], names[$"{key[2]}|{key[3]}"]) = (row.GetString("Village"), row.GetString("Name"));
            else if (row.GetBoolean("Ranked") == true)
                recount.attempts.Add(new Attempt(key[2], villages[$"{key[2]}|{key[3]}"], names[$"{key[2]}|{key[3]}"], row.GetInt32("Score")!.Value, row.GetInt32("ElapsedMs")!.Value, row.GetDateTimeOffset("SubmittedAt")!.Value));
        }

        return recount;
    }

    public IEnumerable<string> Regions => attempts.SelectMany(attempt => Levels.Select(length => attempt.Village[..length])).Distinct();

    public int Entries(string region) => In(region).Count();

    public int Participants(string region) => In(region).Select(attempt => attempt.Person).Distinct().Count();

    public int Passed(string region, int mark) => In(region).Count(attempt => attempt.Score >= mark);

    public int WithScore(string region, int score) => In(region).Count(attempt => attempt.Score == score);

    /// <summary>Score, time and village of the first ones, best first.</summary>
    public IEnumerable<(int Score, int ElapsedMs, string Village)> Board(string region, int length) => In(region)
        .GroupBy(attempt => attempt.Person)
        .Select(own => own.OrderByDescending(attempt => attempt.Score).ThenBy(attempt => attempt.ElapsedMs).ThenBy(attempt => attempt.At).First())
        .OrderByDescending(attempt => attempt.Score).ThenBy(attempt => attempt.ElapsedMs).ThenBy(attempt => attempt.At).ThenBy(attempt => attempt.Person, StringComparer.Ordinal)
        .Take(length)
        .Select(attempt => (attempt.Score, attempt.ElapsedMs, attempt.Village));

    public static IEnumerable<(int Score, int ElapsedMs, string Village)> Published(JsonNode leaderboard) =>
        leaderboard["entries"]!.AsArray().Select(entry => ((int)entry!["score"]!, (int)entry["elapsedMs"]!, (string)entry["region"]!));

    private IEnumerable<Attempt> In(string region) => attempts.Where(attempt => attempt.Village.StartsWith(region, StringComparison.Ordinal));

    private sealed record Attempt(string Person, string Village, string Name, int Score, int ElapsedMs, DateTimeOffset At);
}
