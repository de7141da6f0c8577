using System.Text.Json.Serialization;
using EStation.LocalHost.Rpc;

namespace EStation.LocalHost;

internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>The real host writes the first day of the calendar for "never", in its own zone.</summary>
    [JsonIgnore]
    public bool NeverRan => Last.Year == 1;

    public static TimerStatus BeforeFirst(DateTimeOffset next, DateTimeOffset now) => new(default, next, now);

    public ScheduleStatus ForFunction() => new(Local(Last), Local(Next), Local(LastUpdated));

    /// <summary>The status for a listener that starts at <paramref name="now"/>. A changed schedule starts afresh and is not past
    /// due.</summary>
    public TimerStatus UnderSchedule(TimerSchedule schedule, DateTimeOffset now, TimeZoneInfo zone)
    {
        var from = NeverRan ? LastUpdated : Last;
        var expected = schedule.After(from, zone);
        if (expected == Next)
            return this;
        return expected < now ? new(default, schedule.After(now, zone), now) : new(default, expected, from);
    }

    private static DateTime Local(DateTimeOffset time) => DateTime.SpecifyKind(time.DateTime, DateTimeKind.Local);
}
