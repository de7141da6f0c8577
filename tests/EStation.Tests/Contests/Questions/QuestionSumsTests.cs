using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Questions;

/// <summary>Facility and discrimination from sums, against a computation over the records themselves.</summary>
public class QuestionSumsTests
{
    private static readonly int Attempts = Deep.Of(usually: 3_000, deep: 10_000);

    [Fact]
    public void Figures_from_folded_sums_equal_those_computed_over_all_records()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var attempts = Enumerable.Range(0, Attempts).Select(_ => Generate(random)).ToList();

        // Folded as the ledger does it: by column, in any order, written and read back between, summed over counties.
        var cells = new Dictionary<(string, string), ITotal>();
        foreach (var attempt in attempts.OrderBy(_ => random.Next()))
        {
            foreach (var cell in attempt.Cells().Where(cell => QuestionCells.Kind.TryParse(cell.Document, out _)))
            {
                var total = cells.GetValueOrDefault((cell.Row, cell.Column)) ?? cell.Read(null);
                total.Add(attempt);
                cells[(cell.Row, cell.Column)] = random.Next(50) == 0 ? cell.Read(total.Write()) : total;
            }
        }

        var sum = new QuestionTally();
        foreach (var ((_, column), total) in cells)
            sum.Merge(QuestionTally.Read(column, total.Write()));

        Assert.Equal(attempts.SelectMany(attempt => attempt.Marks.Keys).Distinct().Count(), sum.Questions.Count());
        foreach (var (question, byLanguage) in sum.Questions)
        {
            AssertFigures(attempts, question, byLanguage.Values.Aggregate((one, other) => one + other));
            foreach (var (language, sums) in byLanguage)
                AssertFigures(attempts.Where(attempt => attempt.Language == language), question, sums);
        }
    }

    [Fact]
    public void What_everybody_answers_the_same_tells_nobody_apart()
    {
        var sums = Enumerable.Range(0, 9).Select(score => QuestionSums.Of(true, score)).Aggregate((one, other) => one + other);
        Assert.Equal((1.0, null), (sums.Facility, sums.Discrimination));
        Assert.Equal((null, null), (new QuestionSums().Facility, new QuestionSums().Discrimination));
    }

    /// <summary>Pearson's correlation, from means and deviations.</summary>
    private static void AssertFigures(IEnumerable<AttemptCounted> attempts, string question, QuestionSums sums)
    {
        var pairs = attempts
            .Where(attempt => attempt.Marks.ContainsKey(question))
            .Select(attempt =>
                (X: attempt.Marks[question] ? 1.0 : 0.0, Others: attempt.Marks.Count(mark => mark.Value && mark.Key != question))
            )
            .ToList();
        var (meanX, meanRest) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Others));
        Assert.Equal(pairs.Count, sums.Shown);
        Assert.Equal(meanX, sums.Facility!.Value, 0.0001);
        var spread =
            Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.X - meanX, 2))) * Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Others - meanRest, 2)));
        if (spread < 1e-9)
            Assert.Null(sums.Discrimination);
        else
            Assert.Equal(pairs.Sum(pair => (pair.X - meanX) * (pair.Others - meanRest)) / spread, sums.Discrimination!.Value, 0.0001);
    }

    private static AttemptCounted Generate(Random random)
    {
        var ability = random.NextDouble();
        var language = random.Next(4) == 0 ? Language.Ko : Language.Zh;
        var marks = Enumerable
            .Range(0, 60)
            .OrderBy(_ => random.Next())
            .Take(8)
            .ToDictionary(number => $"question-{number}", number => random.NextDouble() < ((ability + (number / 60.0)) / 2));
        var village = RegionCode.Parse(random.Next(2) == 0 ? "220102001001" : "220104101202");
        return new AttemptCounted(
            village,
            Audience.None,
            Day.Parse("2026-11-01", null),
            "c",
            $"p{random.Next()}",
            "王**",
            new Best(marks.Count(mark => mark.Value), 1000, DateTimeOffset.UnixEpoch),
            null,
            false,
            language,
            marks
        );
    }
}
