using EStation.Regions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Trainings.Tellings;

/// <summary>By day, once an hour: stores one reminder for each confirmed person of a training that begins tomorrow, and gives away the
/// seats of reservations that have expired. The roll-up tells people.</summary>
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
        await ExpireAsync(now);
        if (reminded > 0)
            logger.LogInformation("Reminders of {Trainings} trainings that begin tomorrow", reminded);
    }

    /// <summary>By day, because those who move up are told.</summary>
    private async Task ExpireAsync(DateTimeOffset now)
    {
        var (today, after) = (Day.Of(now), (string?)null);
        do
        {
            var page = await lists.ReadAsync(RegionCode.Province, null, today, null, new Http.Paging(100, after));
            foreach (var listed in page.Items.Where(listed => listed.ReservedUntil <= now))
            {
                if (await trainings.FindFreshAsync(listed.Id) is { Cancelled: false } training)
                    await trainings.ExpireAsync(training, now);
            }

            after = page.Next is null ? null : page.Items[^1].KeyIn(page.Items[^1].FirstDay);
        } while (after is not null);
    }
}
