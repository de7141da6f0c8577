using EStation.Counting;
using EStation.Regions;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>Sign-ups, cancellations, attendances, completions and hours, from the rows of people in trainings.</summary>
public sealed class TrainingRecount(EnrolmentTable enrolments, AttendanceTable attendance, CertificateTable certificates) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } =
        new HashSet<Metric>
        {
            Metric.TrainingSignUps,
            Metric.TrainingCancellations,
            Metric.TrainingAttendances,
            Metric.TrainingCompletions,
            Metric.TrainingHours,
        };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var enrolment in enrolments.ReadAllAsync(county))
        {
            foreach (var counted in Of(enrolment))
                yield return counted;
        }

        await foreach (var one in attendance.ReadAllAsync(county))
        {
            var count = one.CorrectedAt is null ? 1 : 0;
            yield return new Counted(one.Venue, one.Day, one.Audience, Metric.TrainingAttendances, count, one.Person);
        }

        await foreach (var one in certificates.ReadCompletionsAsync(county))
        {
            yield return new Counted(one.Venue, one.Day, one.Audience, Metric.TrainingCompletions, 1, one.Person);
            yield return new Counted(one.Venue, one.Day, one.Audience, Metric.TrainingHours, one.Hours);
        }
    }

    private static IEnumerable<Counted> Of(Enrolment enrolment)
    {
        foreach (var earlier in enrolment.Before)
        {
            yield return new Counted(earlier.Venue, earlier.SignedUp, earlier.Audience, Metric.TrainingSignUps, 1);
            yield return new Counted(earlier.Venue, earlier.Cancelled, earlier.Audience, Metric.TrainingCancellations, 1);
        }

        yield return new Counted(enrolment.Venue, Day.Of(enrolment.At), enrolment.Audience, Metric.TrainingSignUps, 1);
        if (enrolment.CancelledAt is { } cancelled)
            yield return new Counted(enrolment.Venue, Day.Of(cancelled), enrolment.Audience, Metric.TrainingCancellations, 1);
    }
}
