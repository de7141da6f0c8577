using EStation.Banks;
using EStation.Contests.Attempts;

namespace EStation.Contests;

/// <summary>A contest and the bank it draws from, as they were published together.</summary>
public sealed record PublishedContest(Contest Rules, QuestionBank Bank)
{
    public Paper PaperOf(Attempt attempt, byte[] key) => Paper.Draw(Rules, Bank, key, attempt.Person, attempt.Number);
}
