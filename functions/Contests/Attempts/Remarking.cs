using EStation.Identity;

namespace EStation.Contests.Attempts;

/// <summary>Marks stored submissions by another version of the key. The record stays as it was marked first.</summary>
public sealed class Remarking(ContestTable contests, Secrets secrets, TimeProvider time)
{
    /// <param name="version">Of the key; null for the one whose totals are shown.</param>
    public async Task<IReadOnlyList<Sitting>> MarkAsync(string contest, IReadOnlyList<Sitting> sittings, int? version = null)
    {
        var keys = await contests.KeysOfAsync(contest);
        if (keys.Newest.Version == AnswerKey.First)
            return sittings;
        var marked = new Sitting[sittings.Count];
        for (var at = 0; at < marked.Length; at++)
            marked[at] = await MarkAsync(sittings[at], version ?? keys.ShownAt(time.Now()));
        return marked;
    }

    public async Task<Sitting> MarkAsync(Sitting sitting, int version)
    {
        if (sitting.Submission is not { } submission || submission.KeyVersion == version)
            return sitting;
        var attempt = sitting.Attempt;
        var becomes = await contests.FindAsync(attempt.Contest, attempt.Version, version);
        return await MarkAsync(sitting, becomes);
    }

    public async Task<Sitting> MarkAsync(Sitting sitting, PublishedContest becomes)
    {
        if (sitting.Submission is not { } submission || submission.KeyVersion == becomes.Key.Version)
            return sitting;
        var attempt = sitting.Attempt;
        var was = await contests.FindAsync(attempt.Contest, attempt.Version, submission.KeyVersion);
        return sitting with { Submission = submission.MarkedBy(was, becomes, () => PaperOf(was, attempt)) };
    }

    /// <returns>Null when the paper's secret is gone.</returns>
    public Paper? PaperOf(PublishedContest contest, Attempt attempt) =>
        secrets.Papers.Find(attempt.Key) is { } key ? contest.PaperOf(attempt, key.Bytes) : null;
}
