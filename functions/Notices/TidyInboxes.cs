using EStation.Inbox;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Notices;

/// <summary>Every Sunday: deletes what has stood in inboxes for more than a year.</summary>
public sealed class TidyInboxes(InboxTable inbox, TimeProvider time, ILogger<TidyInboxes> logger)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    [Function(nameof(TidyInboxes))]
    public async Task Run([TimerTrigger("0 20 20 * * SAT")] TimerInfo timer) // Sunday 4:20 in Shanghai
    {
        if (await inbox.TidyAsync(time.Now() - Kept) is > 0 and var deleted)
            logger.LogInformation("Deleted {Tellings} old tellings from inboxes", deleted);
    }
}
