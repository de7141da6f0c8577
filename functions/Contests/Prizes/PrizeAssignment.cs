using EStation.Contests.Results;

namespace EStation.Contests.Prizes;

/// <summary>
/// Gives prizes to candidates. Until the results are final everybody moves up in order when a candidate goes out; from then on the prize that
/// was lost goes to the next substitute, and nobody else's changes.
/// </summary>
public static class PrizeAssignment
{
    public static int CandidatesOf(Contest contest, ContestResults results, PrizeBy by) =>
        SlotsOf(contest, by).Count is var slots and > 0 ? slots + results.Terms.Substitutes : 0;

    /// <summary>The candidates that change.</summary>
    /// <param name="all">In any order.</param>
    public static IEnumerable<Candidate> Changes(
        Contest contest,
        ContestResults results,
        IReadOnlyList<Candidate> all,
        DateTimeOffset now
    ) =>
        new[] { PrizeBy.Rank, PrizeBy.Draw }
            .SelectMany(by =>
            {
                var slots = SlotsOf(contest, by);
                var inOrder = all.Where(candidate => candidate.By == by && !candidate.IsOut).OrderBy(candidate => candidate.Position);
                return results.IsFinal ? Fill(slots, [.. inOrder], results, now) : MoveUp(slots, inOrder);
            })
            .Except(all);

    private static IEnumerable<Candidate> MoveUp(List<int> slots, IEnumerable<Candidate> inOrder) =>
        inOrder.Select(
            (candidate, at) =>
                candidate with
                {
                    State = at < slots.Count ? CandidateState.Won : CandidateState.Substitute,
                    Prize = at < slots.Count ? slots[at] : null,
                }
        );

    private static IEnumerable<Candidate> Fill(
        List<int> slots,
        IReadOnlyList<Candidate> inOrder,
        ContestResults results,
        DateTimeOffset now
    )
    {
        var free = slots.ToList();
        foreach (var candidate in inOrder.Where(candidate => candidate.Prize is not null))
            free.Remove(candidate.Prize!.Value);
        foreach (var candidate in inOrder)
        {
            if (candidate.State == CandidateState.Won && candidate.ClaimUntil is null)
                yield return candidate with
                {
                    ClaimUntil = results.ClaimUntilFrom(now),
                };
            if (candidate.State != CandidateState.Substitute || free.Count == 0)
                continue;
            yield return candidate with
            {
                State = CandidateState.Won,
                Prize = free[0],
                ClaimUntil = results.ClaimUntilFrom(now),
            };
            free.RemoveAt(0);
        }
    }

    /// <summary>The prizes one by one, as indices among the contest's.</summary>
    private static List<int> SlotsOf(Contest contest, PrizeBy by) =>
        [.. (contest.Prizes ?? []).SelectMany((prize, at) => prize.By == by ? Enumerable.Repeat(at, prize.Count) : [])];
}
