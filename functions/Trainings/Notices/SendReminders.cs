using EStation.Regions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Trainings.Notices;

/// <summary>
/// By day, once an hour: whoever has a place in a training that begins tomorrow is reminded, once. The roll-up sends what is kept here.
/// </summary>
public sealed class SendReminders(TrainingLists lists, TrainingTable trainings, TimeProvider time, ILogger<SendReminders> logger)
{
    [Function(nameof(SendReminders))]
    public async Task Run([TimerTrigger("0 0 1-12 * * *")] TimerInfo timer) // 9 to 20 o'clock in Shanghai
    {
        var now = time.Now();
        var tomorrow = new Day(Day.Of(now).Date.AddDays(1));
        var (reminded, after) = (0, (string?)null);
        do
        {
            var page = await lists.ReadAsync(RegionCode.Province, null, tomorrow, tomorrow, new Http.Paging(100, after));
            foreach (var listed in page.Items)
            {
                if (
                    await trainings.FindFreshAsync(listed.Id) is { Cancelled: false } training
                    && training.FirstDay == tomorrow
                    && await trainings.RemindAsync(training, now)
                )
                    reminded++;
            }

            after = page.Next is null ? null : page.Items[^1].KeyIn(tomorrow);
        } while (after is not null);
        if (reminded > 0)
            logger.LogInformation("Reminders of {Trainings} trainings that begin tomorrow", reminded);
    }
}
