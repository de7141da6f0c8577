using EStation.Identity;

namespace EStation.Contests;

/// <summary>A paper as it is handed out: no right answers.</summary>
public sealed record PaperResponse(
    string Attempt,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    IReadOnlyList<PaperQuestionResponse> Questions
);

public sealed record PaperQuestionResponse(
    string Id,
    QuestionKind Kind,
    Text Text,
    IReadOnlyList<PaperOptionResponse> Options,
    int Seconds
);

public sealed record PaperOptionResponse(string Id, Text Text);

/// <summary>What a submission came to.</summary>
public sealed record SubmissionResponse(
    string Receipt,
    bool Ranked,
    int Score,
    int OutOf,
    bool Passed,
    int ElapsedMs,
    DateTimeOffset SubmittedAt,
    int Points,
    int DrawChances,
    IReadOnlyList<ReviewResponse> Review
);

public sealed record ReviewResponse(string Id, bool Correct, IReadOnlyList<string> Right, IReadOnlyList<string> Given, Text? Explanation);

/// <summary>Draws an attempt's paper again and shows it, before or after it was handed in.</summary>
public sealed class AttemptResponses(Secrets secrets, Tickets tickets)
{
    public PaperResponse HandOut(PublishedContest contest, Paper paper, Attempt attempt) =>
        new(
            tickets.Seal(attempt),
            attempt.StartedAt,
            attempt.DeadlineIn(contest.Rules),
            [.. paper.Questions.Select(question => ResponseOf(question, contest.Rules.QuestionSeconds))]
        );

    public SubmissionResponse Review(PublishedContest contest, Paper paper, Attempt attempt, Submission submission) =>
        new(
            submission.Receipt(attempt, secrets.Receipts.Current.Bytes),
            submission.Ranked,
            submission.Result.Score,
            contest.Rules.Draw.Count,
            submission.Passed(contest.Rules),
            submission.Result.ElapsedMs,
            submission.Result.SubmittedAt,
            submission.PointsIn(contest.Rules),
            submission.DrawChancesIn(contest.Rules),
            [.. paper.Questions.Select(question => ReviewOf(question, submission))]
        );

    /// <summary>The paper; it is gone when the secret that drew it is neither the current nor the previous one any more.</summary>
    public Result<Paper> PaperOf(PublishedContest contest, Attempt attempt) =>
        secrets.Papers.Find(attempt.Key) is { } key ? contest.PaperOf(attempt, key.Bytes) : Refusal.AttemptPaperGone;

    private static PaperQuestionResponse ResponseOf(PaperQuestion question, int seconds) =>
        new(
            question.Question.Id,
            question.Question.Kind,
            question.Question.Text,
            [.. question.Options.Select((option, place) => new PaperOptionResponse(PaperQuestion.IdAt(place), option.Text))],
            seconds
        );

    private static ReviewResponse ReviewOf(PaperQuestion question, Submission submission)
    {
        var given = submission.Answers.TryGetValue(question.Question.Id, out var chosen) ? chosen : [];
        return new ReviewResponse(
            question.Question.Id,
            question.Question.IsAnsweredRightBy(given),
            [.. question.Right],
            [.. given.Select(question.PaperIdOf).Order(StringComparer.Ordinal)],
            question.Question.Explanation
        );
    }
}
