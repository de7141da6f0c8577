using System.Security.Cryptography;
using System.Text;
using EStation.Contests.Boards;
using EStation.Ledger;

namespace EStation.Contests.Attempts;

/// <param name="Answers">Chosen options by question, by the author's ids, sorted; open questions are left out.</param>
public sealed record Submission(IReadOnlyDictionary<string, string[]> Answers, Best Result, bool Ranked)
{
    /// <summary>An open question counts as wrong.</summary>
    public static Submission Mark(Attempt attempt, Contest contest, Paper paper, Answers answers, DateTimeOffset now)
    {
        var score = paper.Questions.Count(question => question.Question.IsAnsweredRightBy(answers.To(question.Question.Id)));
        var elapsed = (int)Math.Min(ElapsedIn(attempt, contest, now).TotalMilliseconds, int.MaxValue);
        return new Submission(answers.ByQuestion, new Best(score, elapsed, now), attempt.Unranked is null && attempt.RanksAt(now, contest));
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
            $"{attempt.Contest}|{attempt.Version}|{attempt.Person}|{attempt.Number}|{Result.Score}|{Result.ElapsedMs}|{Result.SubmittedAt:O}|{Ranked}|{answers}";
        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(record)).AsSpan(0, 8));
    }
}
