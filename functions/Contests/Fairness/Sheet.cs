using EStation.Contests.Attempts;

namespace EStation.Contests.Fairness;

/// <summary>A submission as the search for flags needs it.</summary>
/// <param name="LeastMs">The time in which nobody can read the paper and answer it.</param>
/// <param name="Wrong">A keyed hash of its wrong answers; null when they are too few to say something.</param>
public sealed record Sheet(Sitting Sitting, int LeastMs, string? Wrong)
{
    /// <summary>Fast readers take 10 to 15 characters a second.</summary>
    private const int CharactersASecond = 30;

    /// <summary>To touch an answer.</summary>
    private const int QuestionMs = 700;

    /// <summary>So many equal mistakes are hardly chance.</summary>
    private const int LeastWrong = 3;

    public int ElapsedMs => Sitting.Submission!.Result.ElapsedMs;

    /// <param name="hash">Null when the contest's key was deleted.</param>
    public static Sheet Of(Sitting sitting, Paper paper, Func<string, string>? hash)
    {
        var language = sitting.Attempt.Language;
        var characters = paper.Questions.Sum(question =>
            question.Question.Text.In(language).Length + question.Options.Sum(option => option.Text.In(language).Length)
        );
        var wrong = paper
            .Questions.Select(question =>
                (question.Question, Given: sitting.Submission!.Answers.GetValueOrDefault(question.Question.Id, []))
            )
            .Where(answer => answer.Given.Length > 0 && !answer.Question.IsAnsweredRightBy(answer.Given))
            .Select(answer => $"{answer.Question.Id}={string.Join(',', answer.Given)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        return new Sheet(
            sitting,
            (paper.Questions.Count * QuestionMs) + (1000 * characters / CharactersASecond),
            wrong.Count >= LeastWrong ? hash?.Invoke(string.Join(';', wrong)) : null
        );
    }
}
