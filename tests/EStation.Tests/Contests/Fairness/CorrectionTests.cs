using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Fairness;

/// <summary>Random lives of one person in a contest: attempts, disqualifications and their undoing; the news are folded in any order.</summary>
public class CorrectionTests(ITestOutputHelper output)
{
    private const int PassMark = 3;
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");

    [Fact]
    public void Totals_equal_a_recount_whatever_is_corrected_and_in_whatever_order_the_news_come()
    {
        for (var seed = 0; seed < Testing.Deep.Of(2_000, 200_000); seed++)
        {
            var random = new Random(seed);
            var (sittings, news) = Live(random);
            random.Shuffle(news);
            var tally = new ContestTally();
            var days = new Dictionary<Day, DayTally>();
            foreach (var piece in news)
            {
                tally.Add(piece);
                var counted = (CountedNews)piece;
                if (!days.TryGetValue(counted.Day, out var day))
                    days[counted.Day] = day = new DayTally();
                day.Add(counted);
            }

            try
            {
                Compare(sittings, tally, days);
            }
            catch
            {
                output.WriteLine($"seed {seed}");
                throw;
            }
        }
    }

    private static void Compare(IReadOnlyList<Sitting> sittings, ContestTally tally, Dictionary<Day, DayTally> days)
    {
        var counting = sittings.Where(sitting => sitting.Counts).ToList();
        var best = AttemptRules.BestOf(sittings);
        Assert.Equal(counting.Count, tally.Entries);
        Assert.Equal(counting.Count(Passed), tally.Passed);
        Assert.Equal(best is null ? [] : new[] { best.Score, best.Second, 1 }, tally.Bests.ToFlat());
        Assert.Equal(best is null ? [] : new[] { best }, tally.Board.Placings.Select(placing => placing.Best));
        foreach (var (day, counted) in days)
        {
            var own = counting.Where(sitting => DayOf(sitting) == day).ToList();
            Assert.Equal(own.Count, counted.Figures[Metric.ContestEntries]);
            Assert.Equal(own.Count, counted.Figures[Metric.ContestEntries, Audience.Women]);
            Assert.Equal(own.Count(Passed), counted.Figures[Metric.ContestPassed]);
            Assert.Equal(own.Contains(counting.FirstOrDefault()!) ? 1 : 0, counted.Figures[Metric.ContestParticipants]);
        }
    }

    private static (IReadOnlyList<Sitting> Sittings, News[] News) Live(Random random)
    {
        var sittings = new List<Sitting>();
        var news = new List<News>();
        for (var deed = 0; deed < 12; deed++)
        {
            var open = sittings is [.., { Submission: null }];
            var now = Noon.AddHours(9 * deed);
            if (sittings.Count == 0 || (!open && random.Next(3) > 0))
                sittings.Add(StartOf(sittings, now));
            else if (open && random.Next(2) > 0)
                news.AddRange(Submit(sittings, random, now));
            else
                news.AddRange(Correct(sittings, random, now));
        }

        return (sittings, [.. news]);
    }

    private static Sitting StartOf(List<Sitting> sittings, DateTimeOffset now)
    {
        var exclusions = sittings.LastOrDefault()?.Exclusions ?? Exclusions.None;
        var attempt = new Attempt(
            "c",
            1,
            "p",
            "王**",
            Village.County,
            Village,
            Audience.Women,
            Language.Zh,
            Sitting.NextNumber(sittings),
            now,
            AttemptRules.BestOf(sittings),
            "k"
        )
        {
            Step = exclusions.Step,
            IsExcluded = exclusions.Person is not null,
        };
        return new Sitting(attempt) { Exclusions = exclusions };
    }

    /// <summary>As the table does it: a correction since the start is found under the submission's key.</summary>
    private static IEnumerable<News> Submit(List<Sitting> sittings, Random random, DateTimeOffset now)
    {
        var open = sittings[^1];
        var known = open.Attempt with
        {
            Step = open.Exclusions.Step,
            IsExcluded = open.IsExcluded,
            PreviousBest = AttemptRules.BestOf(sittings),
        };
        var submission = new Submission(
            new Dictionary<string, string[]>(),
            new Best(random.Next(6), 1000 * random.Next(1, 100), now),
            Ranked: random.Next(5) > 0
        );
        sittings[^1] = open with { Submission = submission };
        return submission.NewsOf(known, Rules, Paper.Gone);
    }

    private static List<News> Correct(List<Sitting> sittings, Random random, DateTimeOffset now)
    {
        var before = sittings[0].Exclusions;
        int? number = random.Next(3) == 0 ? null : sittings[random.Next(sittings.Count)].Attempt.Number;
        var row = Sitting.NextNumber(sittings);
        var after = before.Of(number) is null ? before.With(number, $"d{row}", row) : before.Without(number, row);
        var correction = new Correction([.. sittings], after);
        var marks = correction.Changed.ToDictionary(
            sitting => sitting.Attempt.Number,
            sitting => new Marks(Passed(sitting), new Dictionary<string, bool>())
        );
        var news = correction.News(marks, Day.Of(now)).ToList();
        for (var at = 0; at < sittings.Count; at++)
            sittings[at] = sittings[at] with { Exclusions = after };
        return news;
    }

    private static bool Passed(Sitting sitting) => sitting.Submission!.Result.Score >= PassMark;

    private static Day DayOf(Sitting sitting) => Day.Of(sitting.Submission!.Result.SubmittedAt);

    private static readonly Contest Rules = new(
        "c",
        1,
        new Text("赛"),
        null,
        "b",
        RegionCode.Province,
        Noon,
        Noon.AddDays(30),
        new Draw(8),
        60,
        1000,
        null,
        PassMark
    );
}
