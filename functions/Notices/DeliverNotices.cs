using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>Once a minute: brings places up to date that a request did not finish, and begins the messages of notices that appear.</summary>
public sealed class DeliverNotices(Placing placing)
{
    [Function(nameof(DeliverNotices))]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer) => placing.RunAsync();
}
