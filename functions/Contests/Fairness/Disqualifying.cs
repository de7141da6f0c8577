using System.Globalization;
using EStation.Contests.Attempts;
using EStation.Contests.Regrades;
using EStation.Identity;
using EStation.Regions;

namespace EStation.Contests.Fairness;

/// <summary>The steps that disqualifying and undoing have in common: load, decide, write, again after a conflict.</summary>
public sealed class Disqualifying(
    DisqualificationTable disqualifications,
    AttemptTable attempts,
    ContestTable contests,
    KeyTable keys,
    AttemptResponses papers,
    Secrets secrets,
    TimeProvider time
)
{
    /// <param name="number">The attempt; null for all of the person.</param>
    /// <returns>The stored one, and whether it is new; 404 when the person has no such attempt.</returns>
    public Task<Result<(Disqualification Stored, bool IsNew)>> AddAsync(
        Contest contest,
        RegionCode county,
        string person,
        int? number,
        string reason,
        string by
    ) =>
        OptimisticConcurrency.RetryAsync<Result<(Disqualification, bool)>>(async _ =>
        {
            if (await RefuseAsync(contest) is { } refusal)
                return refusal;
            var sittings = await attempts.ReadAsync(county, contest.Id, person);
            if (!sittings.Any(sitting => number is null || sitting.Attempt.Number == number))
                return Refusal.NotFound;
            var before = sittings[0].Exclusions;
            if (before.Of(number) is { } present)
                return ((await disqualifications.FindAsync(contest.Id, present))!.Value.Disqualification, false);

            var one = new Disqualification(
                IdOf(county, contest.Id, person, number, before.Step),
                contest.Id,
                person,
                number,
                reason,
                by,
                time.Now()
            );
            var correction = new Correction(sittings, before.With(number, one.Id, Sitting.NextNumber(sittings)))
            {
                Key = await KeyOfAsync(contest),
            };
            if (!await WriteAsync(contest, one, read: null, correction))
                return null;
            return (one, true);
        });

    /// <summary>Everything is as before. An undone one stays undone.</summary>
    public Task<Result<Disqualification>> UndoAsync(Contest contest, string id, string by) =>
        OptimisticConcurrency.RetryAsync<Result<Disqualification>>(async _ =>
        {
            if (await disqualifications.FindAsync(contest.Id, id) is not { } found)
                return Refusal.NotFound;
            var (one, read) = found;
            if (!one.Holds)
                return one;
            if (await RefuseAsync(contest) is { } refusal)
                return refusal;
            var sittings = await attempts.ReadAsync(Disqualification.CountyOf(id)!.Value, contest.Id, one.Person);
            var undone = one with { UndoneBy = by, UndoneAt = time.Now() };
            var after = sittings[0].Exclusions.Without(one.Number, Sitting.NextNumber(sittings));
            if (!await WriteAsync(contest, undone, read, new Correction(sittings, after) { Key = await KeyOfAsync(contest) }))
                return null;
            return undone;
        });

    /// <summary>Totals of two keys are made during a regrade: a correction waits until it is finished.</summary>
    private async Task<Refusal?> RefuseAsync(Contest contest)
    {
        if (!(await keys.FindAsync(contest.Id)).Keys.IsFinished)
            return RegradeRefusals.InProgress;
        return null;
    }

    private async Task<int> KeyOfAsync(Contest contest) => (await contests.KeysOfAsync(contest.Id)).ShownAt(time.Now());

    private async Task<bool> WriteAsync(Contest contest, Disqualification one, Azure.ETag? read, Correction correction)
    {
        var marks = new Dictionary<int, Marks>();
        foreach (var sitting in correction.Changed)
            marks[sitting.Attempt.Number] = await MarksOfAsync(sitting);
        var now = time.Now();
        var county = correction.Sittings[0].Attempt.County;
        return await disqualifications.TryWriteAsync(
            one,
            read,
            correction,
            await attempts.FindClosedAsync(county, contest.Id, one.Person),
            FairnessTellings.Of(contest, one, correction.After.Step, now),
            correction.News(marks, Day.Of(now))
        );
    }

    private async Task<Marks> MarksOfAsync(Sitting sitting)
    {
        var (attempt, submission) = (sitting.Attempt, sitting.Submission!);
        var contest = await contests.FindAsync(attempt.Contest, attempt.Version);
        // Without the paper's secret the figures of its questions stay as they are.
        var paper = papers.PaperOf(contest, attempt).Refused(out _, out var drawn) ? Paper.Gone : drawn;
        return new Marks(submission.Passed(contest.Rules), submission.MarksOn(paper));
    }

    // Keyed: the person must not be found by trial.
    private string IdOf(RegionCode county, string contest, string person, int? number, int step)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"disqualification|{contest}|{person}|{number}|{step}");
        return Disqualification.IdOf(county, Convert.ToHexStringLower(secrets.AuthoredIds.Current.Hash(content).AsSpan(0, 8)));
    }
}
