using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Settings;

/// <summary>The settings that timers name as <c>%Setting%</c>. The host skips a timer whose setting is missing or wrong, and nothing is
/// folded. So the app checks them at start.</summary>
public static partial class ScheduleSettings
{
    private static readonly string[] Names = [.. typeof(ScheduleSettings).Assembly.GetTypes().SelectMany(SettingsOf)];

    public static void Check(SettingReader read)
    {
        foreach (var name in Names)
        {
            var schedule = read.Optional(name) ?? throw new SettingException(name, "is missing: a schedule as '0 * * * * *'.");
            if (!SixFields().IsMatch(schedule))
                throw new SettingException(name, $"must be NCRONTAB with six fields (second first), not '{schedule}'.");
        }
    }

    private static IEnumerable<string> SettingsOf(Type type) =>
        type.GetMethods()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule)
            .Where(schedule => schedule is ['%', .., '%'])
            .Select(schedule => schedule![1..^1]);

    [GeneratedRegex(@"^[\d*/,-]+( [\d*/,-]+){3}( [\dA-Za-z*/,-]+){2}$")]
    private static partial Regex SixFields();
}
