using EStation.Banks;
using EStation.Contests.Attempts;

namespace EStation.Contests;

public sealed record PublishedContest(Contest Rules, QuestionBank Bank)
{
    public Paper PaperOf(Attempt attempt, byte[] key) => Paper.Draw(Rules, Bank, key, attempt.Person, attempt.Number);
}
