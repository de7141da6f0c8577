using EStation.Regions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Disclosure;

/// <summary>At 0:02 in Shanghai: the day that has ended comes into the columns of audiences, also where nothing happens any more.</summary>
public sealed class DiscloseFinishedDay(YearDisclosure disclosure, TimeProvider time)
{
    [Function(nameof(DiscloseFinishedDay))]
    public async Task Run([TimerTrigger("0 2 16 * * *")] TimerInfo timer)
    {
        var today = Day.Of(time.Now());
        foreach (
            var year in new[] { PeriodKey.Of(today, Period.Day).Plus(-1), PeriodKey.Of(today, Period.Day) }
                .Select(day => day.Year)
                .Distinct()
        )
            await disclosure.DiscloseAsync(RegionCode.Province, year);
    }
}
