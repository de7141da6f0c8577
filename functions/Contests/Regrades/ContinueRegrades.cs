using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Regrades;

/// <summary>Goes on with regrades that were applied, once a minute. After a crash the next minute repeats the step.</summary>
public sealed class ContinueRegrades(Regrading regrading)
{
    [Function(nameof(ContinueRegrades))]
    public Task Run([TimerTrigger("20 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        regrading.ContinueAllAsync(cancellation);
}
