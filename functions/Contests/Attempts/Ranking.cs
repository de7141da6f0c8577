using EStation.Access;
using EStation.Banks;
using EStation.People;

namespace EStation.Contests.Attempts;

/// <summary>Participants without a rank: people with a role over the contest's region, and people who have read its questions.</summary>
public sealed class Ranking(Roles roles)
{
    public async Task<UnrankedBecause?> WhyUnrankedAsync(Contest contest, Person person) =>
        (await roles.OfAsync(person)).Any(authority => authority.Region.Contains(contest.Region)) ? UnrankedBecause.Role
        : BankReading.HasRead(person, contest.QuestionBank) ? UnrankedBecause.BankRead
        : null;
}
