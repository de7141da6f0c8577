using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Trainings;

/// <summary>Sign-ups, cancellations, attendances, completions and hours, from the rows of people in trainings.</summary>
public sealed class TrainingRecount(LedgerTable table) : IRecount
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
        await foreach (var row in table.ReadRange(county, "enrolment|"))
        {
            foreach (var counted in Of(TrainingRows.EnrolmentOf(row)))
                yield return counted;
        }

        await foreach (var row in table.ReadRange(county, "attendance|"))
        {
            yield return Of(row, Metric.TrainingAttendances, row.GetDateTimeOffset("CorrectedAt") is null ? 1 : 0) with
            {
                Person = row.RowKey.Split('|')[^1],
            };
        }

        await foreach (var row in table.ReadRange(county, "completion|"))
        {
            yield return Of(row, Metric.TrainingCompletions, 1) with
            {
                Person = row.RowKey.Split('|')[^1],
            };
            yield return Of(row, Metric.TrainingHours, row.GetInt32("Hours")!.Value);
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

    private static Counted Of(TableEntity row, Metric metric, int count) =>
        new(
            RegionCode.Parse(row.GetString("Venue")),
            Day.Parse(row.GetString("Day"), null),
            (Audience)row.GetInt32("Audience")!.Value,
            metric,
            count
        );
}
