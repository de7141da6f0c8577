using EStation.Contests.Results;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

/// <summary>Once a minute: the states of results, forfeits, substitutes, tellings, and addresses that are no longer needed.</summary>
public sealed class AdvanceResults(ContestTable contests, ResultsTable table, Awarding awarding, Fulfilment fulfilment, TimeProvider time)
{
    /// <exception cref="AggregateException">Some contests failed; the others are done. The next run retries.</exception>
    [Function(nameof(AdvanceResults))]
    public async Task Run([TimerTrigger("10 * * * * *")] TimerInfo timer)
    {
        var failures = new List<Exception>();
        foreach (var contest in await contests.ListAsync())
        {
            try
            {
                await AdvanceAsync(contest.Rules);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private async Task AdvanceAsync(Contest contest)
    {
        if (contest.TakesAnswersAt(time.Now()) || await table.FindAsync(contest.Id) is not { Settled: false })
            return;
        await awarding.SettleAsync(contest.Id);
        await fulfilment.RunAsync(contest);
    }
}
