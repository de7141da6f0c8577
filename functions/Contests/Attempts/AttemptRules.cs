using EStation.Contests.Boards;
using EStation.People;

namespace EStation.Contests.Attempts;

public static class AttemptRules
{
    /// <param name="before">The person's attempts in this contest, in order.</param>
    /// <param name="key">The id of the secret that draws papers now.</param>
    public static Result<Start> Start(
        Contest contest,
        Person person,
        IReadOnlyList<Sitting> before,
        Language language,
        string key,
        DateTimeOffset now
    )
    {
        if (person.Place is not { } place)
            return PeopleRefusals.ProfileIncomplete;
        var village = before.Count > 0 ? before[0].Attempt.Village : place.Village;
        if (!contest.Region.Contains(village))
            return ContestRefusals.OtherRegion;

        var last = before.Count > 0 ? before[^1] : null;
        if (last is not null && last.IsOpenAt(now, contest))
            return new Start(last.Attempt, Resumed: true) { IsExcluded = last.IsExcluded };
        if (contest.StateAt(now) != ContestState.Open)
            return ContestRefusals.NotOpen;
        var earlier = person.EarlierOf(EarlierUse.AttemptsIn(contest.Id));
        if (
            before.Count + (earlier?.Total ?? 0) >= (contest.AttemptsInTotal ?? int.MaxValue)
            || CountOn(Day.Of(now), before) + (earlier?.On(Day.Of(now)) ?? 0) >= contest.AttemptsPerDay
        )
            return ContestRefusals.AttemptNoneLeft;

        var attempt = new Attempt(
            contest.Id,
            contest.Version,
            person.Id,
            person.MaskedName,
            place.County,
            village,
            person.AudienceAt(now),
            language,
            Sitting.NextNumber(before),
            now,
            BestOf(before),
            key
        )
        {
            Step = last?.Exclusions.Step ?? 0,
            IsExcluded = last?.Exclusions.Person is not null,
            BestKey = KeyOf(before),
        };
        return new Start(attempt, Lapsed: last is { Submission: null, Lapsed: false } ? last : null) { IsExcluded = attempt.IsExcluded };
    }

    public static Best? BestOf(IEnumerable<Sitting> sittings) =>
        sittings.Select(sitting => sitting.Ranked).Where(best => best is not null).Min();

    /// <summary>The version of the key that marked these attempts.</summary>
    public static int KeyOf(IEnumerable<Sitting> sittings) =>
        sittings.Select(sitting => sitting.Submission?.KeyVersion ?? AnswerKey.First).Append(AnswerKey.First).Max();

    private static int CountOn(Day day, IReadOnlyList<Sitting> sittings) =>
        sittings.Count(sitting => Day.Of(sitting.Attempt.StartedAt) == day);
}

/// <param name="Lapsed">An attempt without a submission, which can no longer rank.</param>
public sealed record Start(Attempt Attempt, bool Resumed = false, Sitting? Lapsed = null)
{
    /// <summary>As known now: the ticket of an open attempt stays the same.</summary>
    public bool IsExcluded { get; init; }
}
