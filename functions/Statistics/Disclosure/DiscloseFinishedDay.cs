using EStation.Regions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Disclosure;

/// <summary>At 0:02 in Shanghai: adds the finished day to the audience columns, also of regions without news.</summary>
public sealed class DiscloseFinishedDay(YearDisclosure disclosure, TimeProvider time)
{
    [Function(nameof(DiscloseFinishedDay))]
    public async Task Run([TimerTrigger("0 2 16 * * *")] TimerInfo timer)
    {
        var today = Day.Of(time.Now());
        foreach (
            var year in new[] { PeriodKey.Of(today, Period.Day).Plus(-1), PeriodKey.Of(today, Period.Day), CorrectedBefore(today) }
                .Select(day => day.Year)
                .Distinct()
        )
            await disclosure.DiscloseAsync(RegionCode.Province, year);
    }

    /// <summary>When a month has closed, its corrections of the year before are shown too.</summary>
    private static PeriodKey CorrectedBefore(Day today) =>
        PeriodKey.Of(today.Date.Day == 1 ? new Day(today.Date.AddYears(-1)) : today, Period.Day);
}
