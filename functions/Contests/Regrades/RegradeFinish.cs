using EStation.Contests.Attempts;
using EStation.Inbox;
using EStation.Ledger;

namespace EStation.Contests.Regrades;

/// <summary>After the new totals are shown: corrects the passes of days, and tells everybody whose score, pass or rank has changed.</summary>
public sealed class RegradeFinish(
    ContestTable contests,
    AttemptTable attempts,
    Remarking remarking,
    RegradeScan scan,
    RegradeBuild build
)
{
    private const int WritesAtOnce = 200;

    public async Task RunAsync(string id, ContestKeys keys)
    {
        var contest = (await contests.FindAsync(id))!;
        var (was, becomes) = (
            await contests.FindAsync(id, contest.Rules.Version, keys.Before),
            await contests.FindAsync(id, contest.Rules.Version, keys.Shown)
        );
        await build.RunAsync(id, keys.Shown); // a record of an instance that was asleep
        var effects = await scan.RunAsync(was, becomes, keys.ShownFrom);
        var tellings = new RegradeTellings(contest.Rules, keys, effects);
        await scan.ForEachCountyAsync(async county =>
        {
            var writes = new List<Task>();
            await foreach (var person in attempts.ReadRecordsAsync(county, id))
            {
                writes.Add(FinishAsync(person, contest.Rules, keys, tellings));
                if (writes.Count < WritesAtOnce)
                    continue;
                await Task.WhenAll(writes);
                writes.Clear();
            }

            await Task.WhenAll(writes);
        });
    }

    private async Task FinishAsync(IReadOnlyList<Sitting> person, Contest contest, ContestKeys keys, RegradeTellings tellings)
    {
        var last = person.LastOrDefault(sitting => sitting.Ranked is { } best && best.SubmittedAt <= keys.ShownFrom);
        foreach (var record in person.Where(sitting => sitting.Submission is { Ranked: true }))
        {
            var (counted, shown) = (
                (await remarking.MarkAsync(record, record.Submission!.CountedKey)).Submission!,
                (await remarking.MarkAsync(record, keys.Shown)).Submission!
            );
            var change = (shown.Passed(contest) ? 1 : 0) - (counted.Passed(contest) ? 1 : 0);
            var telling = record == last && (record.Submission.Note.Told ?? 0) < keys.Shown ? tellings.Of(record.Attempt) : null;
            if (change == 0 && telling is null)
                continue;
            var note = new RegradeNote(Counted: change == 0 ? null : keys.Shown, Told: telling is null ? null : keys.Shown);
            await attempts.NoteAsync(
                record,
                note,
                telling is null ? [] : [TellingTable.Add(record.Attempt.County, telling)],
                NewsOf(record, change, telling)
            );
        }
    }

    private static IEnumerable<News> NewsOf(Sitting record, int change, Telling? telling)
    {
        if (change != 0 && record.Ranked is not null)
            yield return new PassCorrected(
                record.Attempt.Village,
                record.Attempt.Audience,
                Day.Of(record.Submission!.Result.SubmittedAt),
                change
            );
        if (telling is not null)
            yield return new TellingStored();
    }
}
