using Microsoft.Azure.Functions.Worker;

namespace EStation.People;

/// <summary>Every night, at half past three in Shanghai: takes away counters, challenges and networks that are over.</summary>
internal sealed class TidySignIn(KnownNetworks networks, TimeProvider time)
{
    [Function(nameof(TidySignIn))]
    public Task Run([TimerTrigger("0 30 19 * * *")] TimerInfo timer) => networks.TidyAsync(time.Now());
}
