namespace EStation.Contests;

/// <summary>What may be practised: never a question that a contest can still draw.</summary>
public static class Practice
{
    /// <param name="contest">Whose practice questions are asked for.</param>
    /// <param name="all">Every published contest.</param>
    /// <param name="category">Of one category alone, or null.</param>
    /// <remarks>
    /// A question may have changed its pool from one version of a bank to the next, or stand in two banks: so it is known by bank and id,
    /// and by its words too.
    /// </remarks>
    public static IReadOnlyList<Question> Questions(
        PublishedContest contest,
        IEnumerable<PublishedContest> all,
        string? category,
        DateTimeOffset now
    )
    {
        var drawable = all.Where(other => now <= other.Rules.ClosesAt + other.Rules.TimeAllowed + Attempt.Grace).ToList();
        var ids = drawable.SelectMany(other => other.Bank.Ranked.Select(question => (other.Bank.Id, question.Id))).ToHashSet();
        var words = drawable.SelectMany(other => other.Bank.Ranked).Select(WordsOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. contest.Bank.Questions.Where(question =>
                question.Pool == QuestionPool.Practice
                && (category is null || question.Category == category)
                && !ids.Contains((contest.Bank.Id, question.Id))
                && !words.Contains(WordsOf(question))
            ),
        ];
    }

    private static string WordsOf(Question question) =>
        string.Concat(question.Text.Zh.Where(char.IsLetterOrDigit))
        + '|'
        + string.Join('|', question.Options.Select(option => option.Text.Zh).Order(StringComparer.Ordinal));
}
