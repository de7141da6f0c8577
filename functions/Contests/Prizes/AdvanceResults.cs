using EStation.Contests.Results;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

/// <summary>Once a minute: the states of results, forfeits, substitutes, tellings, and addresses that are no longer needed.</summary>
public sealed class AdvanceResults(ContestTable contests, ResultsTable table, Awarding awarding, Fulfilment fulfilment, TimeProvider time)
{
    [Function(nameof(AdvanceResults))]
    public async Task Run([TimerTrigger("10 * * * * *")] TimerInfo timer)
    {
        foreach (var contest in await contests.ListAsync())
        {
            if (contest.Rules.TakesAnswersAt(time.Now()) || await table.FindAsync(contest.Rules.Id) is not { Settled: false })
                continue;
            await awarding.SettleAsync(contest.Rules.Id);
            await fulfilment.RunAsync(contest.Rules);
        }
    }
}
