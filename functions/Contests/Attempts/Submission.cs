using System.Security.Cryptography;
using System.Text;
using EStation.Contests.Boards;
using EStation.Ledger;

namespace EStation.Contests.Attempts;

/// <param name="Answers">Chosen options by question, by the author's ids, sorted; open questions are left out.</param>
public sealed record Submission(IReadOnlyDictionary<string, string[]> Answers, Best Result, bool Ranked)
{
    /// <summary>The version of the key by which it is marked here.</summary>
    public int KeyVersion { get; init; } = AnswerKey.First;

    /// <summary>The score as it was marked first, where it is marked by another key here.</summary>
    public int? FirstScore { get; init; }

    /// <summary>What regrades have made of the record.</summary>
    public RegradeNote Note { get; init; } = new();

    /// <summary>The ETag of the record; null before it is stored.</summary>
    public string? Record { get; init; }

    /// <summary>The last version of the key whose totals have it.</summary>
    public int BuiltKey => Note.Built ?? KeyVersion;

    /// <summary>The version of the key by which the totals of days count its pass.</summary>
    public int CountedKey => Note.Counted ?? KeyVersion;

    /// <summary>An open question counts as wrong.</summary>
    /// <param name="finishedAt">When the last of several questions was closed, where the server keeps the time of each.</param>
    public static Submission Mark(
        Attempt attempt,
        Contest contest,
        Paper paper,
        Answers answers,
        DateTimeOffset now,
        DateTimeOffset? finishedAt = null
    )
    {
        var finished = finishedAt is { } at && contest.TakesAnswersAt(now) ? at : now;
        var score = paper.Questions.Count(question => question.Question.IsAnsweredRightBy(answers.To(question.Question.Id)));
        var elapsed = (int)Math.Min(ElapsedIn(attempt, contest, finished).TotalMilliseconds, int.MaxValue);
        var ranked = attempt.Unranked is null && attempt.RanksAt(finished, contest);
        return new Submission(answers.ByQuestion, new Best(score, elapsed, now), ranked);
    }

    /// <summary>Answers that come before their start, from a slow clock, count with the full time: a wrong clock never wins.</summary>
    private static TimeSpan ElapsedIn(Attempt attempt, Contest contest, DateTimeOffset now) =>
        now >= attempt.StartedAt ? now - attempt.StartedAt : contest.TimeAllowed;

    public IEnumerable<News> NewsOf(Attempt attempt, Contest contest, Paper paper)
    {
        if (!Ranked)
            return [];
        if (attempt.IsExcluded)
            return [AttemptRecounted.Reach(attempt, this)];
        return
        [
            new AttemptCounted(
                attempt.Village,
                attempt.Audience,
                Day.Of(Result.SubmittedAt),
                contest.Id,
                attempt.Person,
                attempt.Name,
                Result,
                attempt.PreviousBest,
                Passed(contest),
                attempt.Language,
                MarksOn(paper),
                attempt.Step
            ),
        ];
    }

    /// <summary>By question id, whether the answer was right.</summary>
    public IReadOnlyDictionary<string, bool> MarksOn(Paper paper) =>
        paper.Questions.ToDictionary(
            question => question.Question.Id,
            question => question.Question.IsAnsweredRightBy(Answers.GetValueOrDefault(question.Question.Id, []))
        );

    /// <summary>
    /// The same answers by another key. Without a paper, a void question gives its point only to those who have answered it.
    /// </summary>
    public Submission MarkedBy(PublishedContest was, PublishedContest becomes, Func<Paper?> paper)
    {
        var changed = becomes.Key.DifferencesFrom(was.Key);
        var open = changed.Where(question => !Answers.ContainsKey(question)).ToList();
        var drawn = open.Exists(question => IsVoid(was, question) || IsVoid(becomes, question)) ? paper() : null;
        var change = changed
            .Where(question => Answers.ContainsKey(question) || drawn?.Find(question) is not null)
            .Sum(question => PointOf(becomes, question) - PointOf(was, question));
        return this with
        {
            Result = Result with { Score = Result.Score + change },
            KeyVersion = becomes.Key.Version,
            FirstScore = FirstScore ?? Result.Score,
        };
    }

    private static bool IsVoid(PublishedContest contest, string question) => contest.Bank.Find(question) is { IsVoid: true };

    private int PointOf(PublishedContest contest, string question) =>
        contest.Bank.Find(question)?.IsAnsweredRightBy(Answers.GetValueOrDefault(question, [])) == true ? 1 : 0;

    public bool Passed(Contest contest) => Result.Score >= contest.PassMark;

    public int PointsIn(Contest contest) =>
        !Ranked || contest.Points is not { } points ? 0 : points.Completed + (Result.Score == contest.Draw.Count ? points.AllCorrect : 0);

    public int DrawChancesIn(Contest contest) => Ranked && Result.Score >= contest.DrawMark ? 1 : 0;

    /// <summary>A code of 16 characters over the stored submission, for later checks.</summary>
    public string Receipt(Attempt attempt, byte[] key)
    {
        var answers = string.Join(
            ';',
            Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}={string.Join(',', answer.Value)}")
        );
        var record =
            $"{attempt.Contest}|{attempt.Version}|{attempt.Person}|{attempt.Number}|{FirstScore ?? Result.Score}|{Result.ElapsedMs}|{Result.SubmittedAt:O}|{Ranked}|{answers}";
        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(record)).AsSpan(0, 8));
    }
}
