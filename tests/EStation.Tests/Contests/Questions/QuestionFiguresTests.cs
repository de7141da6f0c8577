using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Questions;

/// <summary>
/// Facility and discrimination as published, against a computation from the stored answers and the bank that shares nothing with news and
/// fold: attempts of people who know more or less, in Chinese and Korean, handed in over HTTP.
/// </summary>
public class QuestionFiguresTests(TestStorage storage, ITestOutputHelper output)
{
    private const int AtOnce = 64;
    private const double Rounding = 0.0000501;
    private static readonly RegionCode[] Villages =
    [
        .. "220102001001 220103002001 222401001001".Split(' ').Select(code => RegionCode.Parse(code)),
    ];

    [Fact]
    public async Task What_is_published_is_what_the_records_say()
    {
        var people = Deep.Of(usually: 150, deep: 10_000);
        await using var host = await TestHost.StartAsync(storage);
        var crowd = await Crowd.GatherAsync(host.ConnectionString, people, Villages);
        var bank = (await host.Get<ContestTable>().FindAsync(Farmer.Contest))!.Bank.Questions;
        var right = bank.ToDictionary(
            question => question.Id,
            question => question.Options.Where(option => option.Right).Select(option => option.Id).Order(StringComparer.Ordinal).ToArray()
        );
        var words = bank.ToDictionary(
            question => question.Id,
            question =>
                question.Options.Where(option => option.Right).SelectMany(option => new[] { option.Text.Zh, option.Text.Ko }).ToHashSet()
        );
        await Parallel.ForEachAsync(
            crowd.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (person, _) => await EnterAsync(Farmer.Of(host, person.Item), person.Index, words)
        );
        await host.RollUpAsync();

        var records = Read(host.ConnectionString, right);
        Assert.Equal(people, records.Count);
        var compared = 0;
        foreach (var region in new[] { "22", "2201", "220102", "220103", "2224", "222401" })
            compared += Compare(
                records.Where(record => record.Village.StartsWith(region, StringComparison.Ordinal)).ToList(),
                await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/statistics?region={region}"))
            );
        output.WriteLine($"{people} attempts, {compared} pairs of figures compared");
    }

    /// <summary>Everybody knows a share of the answers of their own, by their words, and guesses the others.</summary>
    private static async Task EnterAsync(Farmer farmer, int number, Dictionary<string, HashSet<string?>> right)
    {
        var random = new Random(number);
        var ability = random.NextDouble();
        var paper = await Farmer.JsonOf(
            await farmer.PostAsync($"api/contests/{Farmer.Contest}/attempts?lang={(number % 3 == 0 ? "ko" : "zh")}")
        );
        var answers = paper["questions"]!
            .AsArray()
            .ToDictionary(
                question => (string)question!["id"]!,
                question =>
                {
                    var options = question!["options"]!.AsArray();
                    var known = options.Where(option => right[(string)question["id"]!].Contains((string)option!["text"]!)).ToList();
                    return (random.NextDouble() < ability ? known : [options[random.Next(options.Count)]])
                        .Select(option => (string)option!["id"]!)
                        .ToArray();
                }
            );
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, answers));
    }

    private static List<Marked> Read(string connectionString, Dictionary<string, string[]> right)
    {
        var started = new Dictionary<string, TableEntity>();
        var records = new List<Marked>();
        foreach (var row in new TableClient(connectionString, "Ledger").Query<TableEntity>("RowKey ge 'attempt|' and RowKey lt 'attempt}'"))
        {
            if (!row.RowKey.EndsWith("|answers", StringComparison.Ordinal))
            {
                started[row.RowKey] = row;
                continue;
            }

            var start = started[row.RowKey[..^"|answers".Length]];
            var answers = JsonSerializer.Deserialize<Dictionary<string, string[]>>(row.GetString("Answers"))!;
            records.Add(
                new Marked(
                    start.GetString("Village"),
                    start.GetString("Language"),
                    row.GetInt32("Score")!.Value,
                    answers.ToDictionary(
                        answer => answer.Key,
                        answer => answer.Value.Order(StringComparer.Ordinal).SequenceEqual(right[answer.Key])
                    )
                )
            );
        }

        return records;
    }

    /// <returns>How many questions were compared, in all and by language.</returns>
    private static int Compare(List<Marked> records, JsonNode published)
    {
        Assert.Equal(records.Count, (int)published["entries"]!);
        Assert.Equal(
            records.Select(record => (double)record.Score).DefaultIfEmpty().Average(),
            (double?)published["meanScore"] ?? 0,
            Rounding
        );
        Assert.All(records, record => Assert.Equal(record.Score, record.Marks.Count(mark => mark.Value)));
        var compared = 0;
        foreach (var question in published["questions"]!.AsArray())
        {
            AssertFigures(records, question!, (string)question!["id"]!);
            foreach (var part in question["byLanguage"]!.AsArray())
                AssertFigures([.. records.Where(record => record.Language == (string)part!["language"]!)], part!, (string)question["id"]!);
            compared += 1 + question["byLanguage"]!.AsArray().Count;
        }

        return compared;
    }

    private static void AssertFigures(List<Marked> records, JsonNode figures, string question)
    {
        var pairs = records
            .Where(record => record.Marks.ContainsKey(question))
            .Select(record =>
                (X: record.Marks[question] ? 1.0 : 0.0, Others: record.Marks.Count(mark => mark.Value && mark.Key != question))
            )
            .ToList();
        Assert.Equal((pairs.Count, pairs.Count(pair => pair.X > 0)), ((int)figures["shown"]!, (int)figures["correct"]!));
        var (meanX, meanRest) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Others));
        Assert.Equal(meanX, (double)figures["facility"]!, Rounding);
        var spread = Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.X - meanX, 2)) * pairs.Sum(pair => Math.Pow(pair.Others - meanRest, 2)));
        if (spread < 1e-9)
            Assert.Null(figures["discrimination"]);
        else
            Assert.Equal(
                pairs.Sum(pair => (pair.X - meanX) * (pair.Others - meanRest)) / spread,
                (double)figures["discrimination"]!,
                Rounding
            );
    }

    private sealed record Marked(string Village, string Language, int Score, Dictionary<string, bool> Marks);
}
