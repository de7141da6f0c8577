using System.Security.Cryptography;
using System.Text;

namespace EStation.Contests.Fairness;

/// <summary>A contest's key for hashes of answers: made when flags are first asked for, deleted some time after the end.</summary>
public sealed class FlagKeys(ContestTable contests, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);
    private const int KeyBytes = 32;
    private const int HashBytes = 8;

    /// <returns>Null when the contest has ended too long ago.</returns>
    public async Task<Func<string, string>?> HashOfAsync(Contest contest)
    {
        if (IsEnded(contest))
            return null;
        var key = contest.Changes.FlagKey ?? await MakeAsync(contest);
        return text => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }

    public async Task DeleteEndedAsync()
    {
        foreach (var contest in await contests.ListAsync())
        {
            if (contest.Rules.Changes.FlagKey is not null && IsEnded(contest.Rules))
                await contests.ChangeAsync(contest.Rules.Id, (now, _) => now.Changes with { FlagKey = null });
        }
    }

    private bool IsEnded(Contest contest) => time.Now() > contest.TakesAnswersUntil + KeptFor;

    private async Task<byte[]> MakeAsync(Contest contest)
    {
        var changed = await contests.ChangeAsync(
            contest.Id,
            (now, _) => now.Changes with { FlagKey = now.Changes.FlagKey ?? RandomNumberGenerator.GetBytes(KeyBytes) }
        );
        return changed.Refused(out _, out var stored)
            ? throw new InvalidOperationException($"Contest {contest.Id} is no longer there.")
            : stored.Rules.Changes.FlagKey!;
    }
}
