using EStation.Http;

namespace EStation.Contests.Running;

public static class ChangeRules
{
    /// <summary>Instances cache contests: after this time all know a change.</summary>
    public static readonly TimeSpan KnownAfter = TimeSpan.FromSeconds(60);

    /// <summary>Limits of a phone outlive an erasure by this time after the first closing.</summary>
    public static readonly TimeSpan LongestExtension = TimeSpan.FromDays(31);

    /// <summary>Whether right answers may be shown before all instances know of a later closing.</summary>
    public static bool IsOver(Contest contest, DateTimeOffset now) => contest.IsCancelled || now + KnownAfter >= contest.TakesAnswersUntil;

    /// <param name="contest">As it is now.</param>
    /// <param name="published">When it was to close at first.</param>
    /// <returns>Null when the last change says the same.</returns>
    public static Result<ContestChanges> Decide(Contest contest, DateTimeOffset published, ContestChange asked)
    {
        var now = asked.At;
        var check = new Validation();
        check.Check(
            asked.Cancelled || asked.OpensAt is not null || asked.ClosesAt is not null,
            "closesAt",
            "must be given, or opensAt or cancelled"
        );
        if (contest.Changes.All is [.., var last] && last.Says(asked))
            return contest.Changes;
        if (asked.OpensAt is { } opens)
            check.Check(opens > now, "opensAt", "must lie ahead");
        if (asked.ClosesAt is { } closes)
        {
            check.Check(closes > now, "closesAt", "must lie ahead");
            check.Check(
                closes <= published + LongestExtension,
                "closesAt",
                $"must be at most {LongestExtension.Days} days after the first"
            );
            check.Check(closes > (asked.OpensAt ?? contest.OpensAt), "closesAt", "must be after opensAt");
        }
        else
            check.Check(asked.OpensAt is null || asked.OpensAt < contest.ClosesAt, "opensAt", "must be before closesAt");
        if (check.Or(() => asked).Refused(out var invalid, out _))
            return invalid;
        if (contest.IsCancelled || (!asked.Cancelled && IsOver(contest, now)))
            return ContestRefusals.Over;
        if (asked.OpensAt is not null && contest.OpensAt <= now + KnownAfter)
            return ContestRefusals.Opened;
        return contest.Changes with { All = [.. contest.Changes.All, Effective(contest, asked)] };
    }

    /// <summary>Cancelling closes at once. An instance that does not know yet may hand out papers until it does.</summary>
    private static ContestChange Effective(Contest contest, ContestChange asked)
    {
        var change = asked.Cancelled && contest.ClosesAt > asked.At ? asked with { ClosesAt = asked.At } : asked;
        return change.ClosesAt < contest.ClosesAt ? change with { StartsUntil = Earlier(contest.ClosesAt, asked.At + KnownAfter) } : change;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
