using EStation.Banks;

namespace EStation.Contests;

/// <summary>A right answer is shown when no contest can draw its question any more.</summary>
public static class RightAnswers
{
    /// <param name="contests">The contests in which it could help.</param>
    /// <returns>Null when it may be shown now.</returns>
    /// <remarks>Compares by bank and id, and by words: a question may change its pool between versions, or be in two banks.</remarks>
    public static DateTimeOffset? HiddenUntil(Question question, string bank, IEnumerable<PublishedContest> contests, DateTimeOffset now)
    {
        var drawing = contests.Where(contest => contest.Rules.TakesAnswersAt(now) && contest.Bank.CanDraw(question, bank)).ToList();
        return drawing.Count == 0 ? null : drawing.Max(contest => contest.Rules.TakesAnswersUntil);
    }
}
