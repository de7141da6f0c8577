using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>
/// Entries, participants and passes, from attempts and what was handed in. Who comes first in a contest is seen from the order of the
/// sittings.
/// </summary>
public sealed class AttemptRecount(LedgerTable table, ContestTable contests) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } =
        new HashSet<Metric> { Metric.ContestEntries, Metric.ContestParticipants, Metric.ContestPassed };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        var counted = new HashSet<(string Contest, string Person)>();
        (RegionCode Village, Audience Audience) sitting = default;
        await foreach (var row in table.ReadRange(county, "attempt|"))
        {
            if (AttemptTable.IsClosed(row))
                continue;
            var (contest, person, isAnswers) = row.RowKey.Split('|') is [_, var first, var second, _, .. var rest]
                ? (first, second, rest.Length > 0)
                : default;
            if (!isAnswers)
                sitting = (RegionCode.Parse(row.GetString("Village")), (Audience)row.GetInt32("Audience")!.Value);
            if (!isAnswers || row.GetBoolean("Ranked") != true)
                continue;

            var day = Day.Of(row.GetDateTimeOffset("SubmittedAt")!.Value);
            var rules = (await contests.FindAsync(contest, row.GetInt32("KeyVersion")!.Value)).Rules;
            yield return Of(Metric.ContestEntries, person);
            if (counted.Add((contest, person)))
                yield return Of(Metric.ContestParticipants);
            if (row.GetInt32("Score") >= rules.PassMark)
                yield return Of(Metric.ContestPassed);

            Counted Of(Metric metric, string? who = null) => new(sitting.Village, day, sitting.Audience, metric, 1, who);
        }
    }
}
