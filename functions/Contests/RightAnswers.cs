using EStation.Banks;

namespace EStation.Contests;

/// <summary>When the right answer of a question may be told: once no contest can draw it any more.</summary>
public static class RightAnswers
{
    /// <param name="question">As it stands in its bank.</param>
    /// <param name="bank">The bank's id.</param>
    /// <param name="contests">Those that it could help in.</param>
    /// <returns>Null when it may be told now.</returns>
    /// <remarks>
    /// A question may have changed its pool from one version of a bank to the next, or stand in two banks: so it is known by bank and id, and
    /// by its words too.
    /// </remarks>
    public static DateTimeOffset? HiddenUntil(Question question, string bank, IEnumerable<PublishedContest> contests, DateTimeOffset now)
    {
        var drawing = contests.Where(contest => contest.Rules.TakesAnswersAt(now) && contest.Bank.CanDraw(question, bank)).ToList();
        return drawing.Count == 0 ? null : drawing.Max(contest => contest.Rules.TakesAnswersUntil);
    }
}
