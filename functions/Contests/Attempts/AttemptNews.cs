using EStation.Contests.Boards;
using EStation.Ledger;

namespace EStation.Contests.Attempts;

/// <summary>
/// The news of a submission: one for each version of the key whose totals are live. The totals of days count the version that marked it.
/// </summary>
public sealed class AttemptNews(ContestTable contests, AttemptTable attempts, Remarking remarking, TimeProvider time)
{
    /// <param name="contest">With the key that marked the submission.</param>
    public async Task<IReadOnlyList<News>> OfAsync(Attempt attempt, PublishedContest contest, Paper paper, Submission submission)
    {
        var news = new List<News>();
        foreach (var version in contest.Keys.LiveAt(time.Now()).Append(contest.Key.Version).Distinct())
        {
            var own = attempt with { PreviousBest = await PreviousBestAsync(attempt, version) };
            if (version == contest.Key.Version)
                news.AddRange(submission.NewsOf(own, contest.Rules, paper).Select(one => Of(version, one)));
            else
                news.AddRange(await AsideAsync(own, submission, version));
        }

        return news;
    }

    /// <summary>News for the totals of another version of the key alone.</summary>
    /// <param name="attempt">With the previous best under this version.</param>
    public async Task<IEnumerable<News>> AsideAsync(Attempt attempt, Submission submission, int version)
    {
        var contest = await contests.FindAsync(attempt.Contest, attempt.Version, version);
        var marked = (await remarking.MarkAsync(new Sitting(attempt, submission), contest)).Submission!;
        var paper = remarking.PaperOf(contest, attempt) ?? Paper.Gone;
        return marked
            .NewsOf(attempt, contest.Rules, paper)
            .OfType<AttemptCounted>()
            .Select(counted => Of(version, counted with { Aside = true }));
    }

    private static News Of(int version, News news) =>
        news is AttemptCounted counted ? counted with { Key = ContestKeys.Stored(version) } : news;

    // A ticket knows the best under the key that was shown when it was sealed.
    private async Task<Best?> PreviousBestAsync(Attempt attempt, int version)
    {
        if (attempt.PreviousBest is null || attempt.BestKey == version)
            return attempt.PreviousBest;
        var sittings = await attempts.ReadAsync(attempt.County, attempt.Contest, attempt.Person, version);
        return AttemptRules.BestOf(sittings.Where(sitting => sitting.Attempt.Number < attempt.Number));
    }
}
