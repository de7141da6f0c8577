using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

/// <summary>Every minute: tells participants of changes whose telling was interrupted.</summary>
public sealed class TellOfChanges(ContestTable contests, ChangeTellings tellings)
{
    [Function(nameof(TellOfChanges))]
    public async Task Run([TimerTrigger("50 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var contest in await contests.ListAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            await tellings.TellAsync(contest.Rules);
        }
    }
}
