using EStation.Trainings.Attendance;

namespace EStation.Trainings.Certificates;

public static class CompletionRules
{
    /// <summary>The hours attended as certificates print them: half hours, rounded down.</summary>
    public static double HoursOf(Training training, IEnumerable<Presence> presences) =>
        Math.Floor((training.HoursOf(presences) * 2) + Tolerance) / 2;

    /// <param name="minHours">Said by an official where the training has no rule of its own.</param>
    /// <param name="isNamed">An official names the person, which is enough where the training has no rule.</param>
    public static bool Reached(Training training, IReadOnlyList<Presence> presences, double? minHours, bool isNamed)
    {
        var hours = training.HoursOf(presences) + Tolerance;
        if (training.Completion is { } rule)
            return presences.Count > 0 && hours >= (double)rule.Share * training.TotalHours;
        return isNamed || (presences.Count > 0 && hours >= (minHours ?? Math.Min(training.Hours, training.TotalHours)));
    }

    // Sums of minutes as fractions of hours are not exact.
    private const double Tolerance = 1e-6;
}
