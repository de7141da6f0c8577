using System.Globalization;
using NCrontab;

namespace EStation.LocalHost;

/// <summary>A schedule by the rules of the real host's timer extension, in the host's time zone.</summary>
internal abstract class TimerSchedule
{
    /// <param name="expression">NCRONTAB with 5 or 6 fields, or a TimeSpan. Note that 24:00:00 is 24 days.</param>
    public static TimerSchedule Parse(string expression)
    {
        var hasSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5;
        if (CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = hasSeconds }) is { } cron)
            return new Cron(cron);
        if (TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new Interval(interval);
        throw new ArgumentException($"The schedule '{expression}' is neither a cron expression nor a time span.");
    }

    public abstract DateTimeOffset After(DateTimeOffset time, TimeZoneInfo zone);

    /// <summary>More frequent schedules are not monitored, whatever the attribute says.</summary>
    public abstract bool IsOftenerThanMinutely(DateTimeOffset now);

    private sealed class Cron(CrontabSchedule cron) : TimerSchedule
    {
        public override DateTimeOffset After(DateTimeOffset time, TimeZoneInfo zone)
        {
            var next = cron.GetNextOccurrence(TimeZoneInfo.ConvertTime(time, zone).DateTime);
            return new DateTimeOffset(next, zone.GetUtcOffset(next));
        }

        public override bool IsOftenerThanMinutely(DateTimeOffset now) =>
            cron.ToString().Split(' ').Skip(1).All(field => field == "*")
            && cron.GetNextOccurrences(now.DateTime, now.DateTime.AddMinutes(1)).Skip(1).Any();
    }

    private sealed class Interval(TimeSpan length) : TimerSchedule
    {
        public override DateTimeOffset After(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone) + length;

        public override bool IsOftenerThanMinutely(DateTimeOffset now) => length < TimeSpan.FromMinutes(1);
    }
}
