using EStation.Access;
using EStation.Banks;

namespace EStation.Contests;

/// <summary>
/// Whether somebody may let a contest draw from the bank that it names. Who may not read a bank may not have it read out by a contest either.
/// </summary>
public sealed class DrawnBanks(BankTable banks)
{
    /// <summary>For a draft, which may name a bank that is still to be imported: publishing asks again.</summary>
    public async Task<Refusal?> RefuseAsync(Caller author, Contest rules) =>
        await banks.FindAsync(rules.QuestionBank) is { } bank
            ? await RefuseAsync(author, bank) ?? ContestDraft.RefusesToShow(rules, bank.Ranked)
            : null;

    public static Task<Refusal?> RefuseAsync(Caller author, BankSummary bank) =>
        author.RefuseAsync([Role.Administrator], bank.Region, bank.Id);
}
