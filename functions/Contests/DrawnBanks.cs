using EStation.Access;
using EStation.Banks;
using EStation.People;

namespace EStation.Contests;

/// <summary>
/// Whether somebody may let a contest draw from the bank that it names. Who may not read a bank may not have it read out by a contest either.
/// </summary>
public sealed class DrawnBanks(Callers callers, BankTable banks)
{
    /// <summary>For a draft, which may name a bank that is still to be imported: publishing asks again.</summary>
    public async Task<Refusal?> RefuseAsync(Person author, Contest rules, string action) =>
        await banks.FindAsync(rules.QuestionBank) is { } bank
            ? await RefuseAsync(author, bank, action) ?? ContestDraft.RefusesToShow(rules, bank.Ranked)
            : null;

    public Task<Refusal?> RefuseAsync(Person author, BankSummary bank, string action) =>
        callers.RefuseAsync(author, Role.Administrator, bank.Region, action, bank.Id);
}
