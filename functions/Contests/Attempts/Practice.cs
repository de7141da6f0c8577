using EStation.Banks;

namespace EStation.Contests.Attempts;

/// <summary>Practice excludes each question that a contest can still draw.</summary>
public static class Practice
{
    /// <param name="category">Null for all categories.</param>
    public static IReadOnlyList<Question> Questions(
        PublishedContest contest,
        IEnumerable<PublishedContest> all,
        string? category,
        DateTimeOffset now
    )
    {
        var unclosed = all.Where(other => other.Rules.TakesAnswersAt(now)).ToList();
        return
        [
            .. contest.Bank.Questions.Where(question =>
                question.Pool == QuestionPool.Practice
                && (category is null || question.Category == category)
                && RightAnswers.HiddenUntil(question, contest.Bank.Id, unclosed, now) is null
            ),
        ];
    }
}
