using EStation.Contests.Fairness;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

/// <summary>Every minute: tells participants of changes whose telling was interrupted, and deletes keys of contests that have ended.</summary>
public sealed class TellOfChanges(ContestTable contests, ChangeTellings tellings, FlagKeys keys)
{
    [Function(nameof(TellOfChanges))]
    public async Task Run([TimerTrigger("50 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var contest in await contests.ListAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            await tellings.TellAsync(contest.Rules);
        }

        await keys.DeleteEndedAsync();
    }
}
