using EStation.Privacy;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

public sealed class CompleteErasures(Erasures erasures, TimeProvider time)
{
    [Function(nameof(CompleteErasures))]
    public Task Run([TimerTrigger("30 */2 * * * *")] TimerInfo timer) => erasures.CompleteAsync(time.Now());
}
