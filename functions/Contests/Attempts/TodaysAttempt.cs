using System.Text.Json.Serialization;
using EStation.People;

namespace EStation.Contests.Attempts;

public enum TodaysAttemptState
{
    /// <summary>A village has to be named first.</summary>
    ProfileNeeded,
    Ready,
    Open,
    Done,
}

/// <param name="Attempt">The attempt that is open, or the last one that was submitted today.</param>
/// <param name="Deadline">Of the attempt that is open.</param>
/// <param name="AgainFrom">When the next attempt can be started; null when there is none left.</param>
/// <param name="Score">Of the last attempt that was submitted today.</param>
public sealed record TodaysAttempt(
    string Contest,
    TodaysAttemptState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Attempt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Deadline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? AgainFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Score,
    int OutOf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Passed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? KeyVersion = null
)
{
    /// <param name="sittings">The person's in this contest, in order.</param>
    /// <param name="seal">Makes the id of an attempt.</param>
    /// <returns>Null when the contest is not for this person, or not open.</returns>
    public static TodaysAttempt? Of(
        Contest contest,
        Person person,
        IReadOnlyList<Sitting> sittings,
        Func<Attempt, string> seal,
        DateTimeOffset now
    )
    {
        var plain = new TodaysAttempt(contest.Id, TodaysAttemptState.Ready, null, null, null, null, contest.Draw.Count, null);
        // Nothing is drawn here: language and key do not matter.
        if (!AttemptRules.Start(contest, person, sittings, Language.Zh, key: "", now).Refused(out var refusal, out var start))
            return start.Resumed
                ? plain with
                {
                    State = TodaysAttemptState.Open,
                    Attempt = seal(start.Attempt),
                    Deadline = start.Attempt.DeadlineIn(contest),
                }
                : plain;
        if (refusal == PeopleRefusals.ProfileIncomplete)
            return plain with { State = TodaysAttemptState.ProfileNeeded };
        return refusal == ContestRefusals.AttemptNoneLeft
            ? (plain with { State = TodaysAttemptState.Done, AgainFrom = NextFrom(contest, person, sittings, now) }).After(
                LastOf(sittings, Day.Of(now)),
                contest,
                seal
            )
            : null;
    }

    private TodaysAttempt After(Sitting? last, Contest contest, Func<Attempt, string> seal) =>
        last is null
            ? this
            : this with
            {
                Attempt = seal(last.Attempt),
                Score = last.Submission!.Result.Score,
                Passed = last.Submission.Result.Score >= contest.PassMark,
                KeyVersion = last.Submission.KeyVersion,
            };

    private static Sitting? LastOf(IReadOnlyList<Sitting> sittings, Day day) =>
        sittings.LastOrDefault(sitting => sitting.Submission is not null && Day.Of(sitting.Attempt.StartedAt) == day);

    private static DateTimeOffset? NextFrom(Contest contest, Person person, IReadOnlyList<Sitting> sittings, DateTimeOffset now)
    {
        var tomorrow = Day.Of(now).End;
        var used = sittings.Count + (person.EarlierOf(EarlierUse.AttemptsIn(contest.Id))?.Total ?? 0);
        return used < (contest.AttemptsInTotal ?? int.MaxValue) && tomorrow < contest.ClosesAt ? tomorrow : null;
    }
}
