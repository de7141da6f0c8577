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

/// <summary>The question whose turn it is, in a contest with one question at a time; without the question after the last one.</summary>
/// <param name="Number">Its place on the paper, from 1.</param>
public sealed record TurnResponse(
    int Number,
    int Of,
    DateTimeOffset HandedOutAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Deadline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QuestionKind? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PaperOptionResponse>? Options,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Seconds
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
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RightAnswersFrom,
    int KeyVersion
);

/// <param name="Right">Left out while the answer could help in a contest.</param>
/// <param name="Explanation">Left out where there is none, or while it could help.</param>
public sealed record ReviewResponse(
    string Id,
    bool Correct,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Right,
    IReadOnlyList<string> Given,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Explanation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Void = false
);

public sealed class AttemptResponses(
    Secrets secrets,
    Tickets tickets,
    ContestTable contests,
    Remarking remarking,
    TimeProvider time
)
{
    /// <param name="attempt">With what is known of it now: a disqualification may have come after the start.</param>
    /// <param name="shown">How many questions the phone may see, where it gets one at a time.</param>
    public PaperResponse HandOut(PublishedContest contest, Paper paper, Attempt attempt, int shown = 1) =>
        new(
            tickets.Seal(attempt),
            attempt.StartedAt,
            attempt.DeadlineIn(contest.Rules),
            [
                .. paper
                    .Questions.Take(contest.Rules.PerQuestion ? shown : paper.Questions.Count)
                    .Select(question => ResponseOf(question, contest.Rules.QuestionSeconds)),
            ],
            attempt.IsRanked,
            attempt.WhyUnranked
        );

    /// <param name="number">From 1; one more than the paper has after the last question.</param>
    public static TurnResponse TurnOf(PublishedContest contest, Paper paper, Attempt attempt, int number, DateTimeOffset handedOutAt)
    {
        var seconds = attempt.SecondsAQuestionIn(contest.Rules);
        var question = number <= paper.Questions.Count ? ResponseOf(paper.Questions[number - 1], seconds) : null;
        return new TurnResponse(
            number,
            paper.Questions.Count,
            handedOutAt,
            question is null ? null : handedOutAt.AddSeconds(seconds),
            question?.Id,
            question?.Kind,
            question?.Text,
            question?.Options,
            question?.Seconds
        );
    }

    public async Task<SubmissionResponse> ReviewAsync(PublishedContest contest, Paper paper, Attempt attempt, Submission submission)
    {
        var now = time.Now();
        var helped = (await contests.ListAsync())
            .Where(other => other.Rules.Id != contest.Rules.Id || other.Rules.Review == ReviewTime.AfterClosing)
            .Where(other => other.Rules.TakesAnswersAt(now))
            .ToList();
        submission = (await remarking.MarkAsync(new Sitting(attempt, submission), contest)).Submission!;
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
            hidden.Max(),
            contest.Key.Version
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
            isShown && !question.Question.IsVoid ? [.. question.Right] : null,
            [.. given.Select(question.PaperIdOf).Order(StringComparer.Ordinal)],
            isShown ? question.Question.Explanation : null,
            question.Question.IsVoid
        );
    }
}
