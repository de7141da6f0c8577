using EStation.Access;
using EStation.Banks;

namespace EStation.Contests;

/// <summary>Checks that the author may read the bank, since a contest would reveal its questions.</summary>
public sealed class DrawnBanks(BankTable banks)
{
    /// <summary>A draft may name a bank that is not imported yet: publishing checks again.</summary>
    public async Task<Refusal?> RefuseAsync(Caller author, Contest rules) =>
        await banks.FindAsync(rules.QuestionBank) is { } bank
            ? await RefuseAsync(author, bank) ?? ContestDraft.RefusesToShow(rules, bank.Ranked)
            : null;

    public static Task<Refusal?> RefuseAsync(Caller author, BankSummary bank) =>
        author.RefuseAsync([Role.Administrator], bank.Region, bank.Id);
}
