using System.Text.Json.Serialization;
using EStation.Banks;
using EStation.Identity;

namespace EStation.Contests.Attempts;

public sealed record PaperResponse(
    string Attempt,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    IReadOnlyList<PaperQuestionResponse> Questions,
    bool Ranked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnrankedBecause? UnrankedBecause
);

public sealed record PaperQuestionResponse(
    string Id,
    QuestionKind Kind,
    Text Text,
    IReadOnlyList<PaperOptionResponse> Options,
    int Seconds
);

public sealed record PaperOptionResponse(string Id, Text Text);

public sealed record SubmissionResponse(
    string Receipt,
    bool Ranked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnrankedBecause? UnrankedBecause,
    int Score,
    int OutOf,
    bool Passed,
    int ElapsedMs,
    DateTimeOffset SubmittedAt,
    int Points,
    int DrawChances,
    IReadOnlyList<ReviewResponse> Review,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RightAnswersFrom
);

/// <param name="Right">Left out while the answer could help in a contest.</param>
/// <param name="Explanation">Left out where there is none, or while it could help.</param>
public sealed record ReviewResponse(
    string Id,
    bool Correct,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Right,
    IReadOnlyList<string> Given,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Explanation
);

public sealed class AttemptResponses(Secrets secrets, Tickets tickets, ContestTable contests, TimeProvider time)
{
    /// <param name="attempt">With what is known of it now: a disqualification may have come after the start.</param>
    public PaperResponse HandOut(PublishedContest contest, Paper paper, Attempt attempt) =>
        new(
            tickets.Seal(attempt),
            attempt.StartedAt,
            attempt.DeadlineIn(contest.Rules),
            [.. paper.Questions.Select(question => ResponseOf(question, contest.Rules.QuestionSeconds))],
            attempt.IsRanked,
            attempt.WhyUnranked
        );

    public async Task<SubmissionResponse> ReviewAsync(PublishedContest contest, Paper paper, Attempt attempt, Submission submission)
    {
        var now = time.Now();
        var helped = (await contests.ListAsync())
            .Where(other => other.Rules.Id != contest.Rules.Id || other.Rules.Review == ReviewTime.AfterClosing)
            .Where(other => other.Rules.TakesAnswersAt(now))
            .ToList();
        var counted = submission with { Ranked = submission.Ranked && attempt.IsRanked };
        var hidden = paper.Questions.Select(question => RightAnswers.HiddenUntil(question.Question, contest.Bank.Id, helped, now)).ToList();
        return new SubmissionResponse(
            submission.Receipt(attempt, secrets.Receipts.Current.Bytes),
            counted.Ranked,
            attempt.WhyUnranked,
            submission.Result.Score,
            contest.Rules.Draw.Count,
            submission.Passed(contest.Rules),
            submission.Result.ElapsedMs,
            submission.Result.SubmittedAt,
            counted.PointsIn(contest.Rules),
            counted.DrawChancesIn(contest.Rules),
            [.. paper.Questions.Select((question, at) => ReviewOf(question, submission, isShown: hidden[at] is null))],
            hidden.Max()
        );
    }

    /// <summary>Redraws the paper, or refuses when its secret is neither the current nor the previous one.</summary>
    public Result<Paper> PaperOf(PublishedContest contest, Attempt attempt) =>
        secrets.Papers.Find(attempt.Key) is { } key ? contest.PaperOf(attempt, key.Bytes) : ContestRefusals.AttemptPaperGone;

    private static PaperQuestionResponse ResponseOf(PaperQuestion question, int seconds) =>
        new(
            question.Question.Id,
            question.Question.Kind,
            question.Question.Text,
            [.. question.Options.Select((option, place) => new PaperOptionResponse(PaperQuestion.IdAt(place), option.Text))],
            seconds
        );

    private static ReviewResponse ReviewOf(PaperQuestion question, Submission submission, bool isShown)
    {
        var given = submission.Answers.TryGetValue(question.Question.Id, out var chosen) ? chosen : [];
        return new ReviewResponse(
            question.Question.Id,
            question.Question.IsAnsweredRightBy(given),
            isShown ? [.. question.Right] : null,
            [.. given.Select(question.PaperIdOf).Order(StringComparer.Ordinal)],
            isShown ? question.Question.Explanation : null
        );
    }
}
