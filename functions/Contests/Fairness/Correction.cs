using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Ledger;

namespace EStation.Contests.Fairness;

/// <summary>How a submission was marked.</summary>
/// <param name="Questions">By question id, whether the answer was right.</param>
public sealed record Marks(bool Passed, IReadOnlyDictionary<string, bool> Questions);

/// <summary>Other attempts of a person count than before.</summary>
/// <param name="Sittings">All of the person in the contest, in order; at least one.</param>
/// <param name="After">What does not count from now on.</param>
public sealed record Correction(IReadOnlyList<Sitting> Sittings, Exclusions After)
{
    /// <summary>The version of the key whose totals are corrected, and by which the attempts are marked.</summary>
    public int Key { get; init; } = AnswerKey.First;

    private IReadOnlyList<Sitting> Corrected => [.. Sittings.Select(sitting => sitting with { Exclusions = After })];

    /// <summary>The submissions that count in only one of the two states, and those with which the person becomes a participant.</summary>
    public IEnumerable<Sitting> Changed => Changes().Select(change => change.Sitting);

    /// <summary>Takes off the totals what counts no longer, and adds what counts again.</summary>
    /// <param name="marks">Of <see cref="Changed"/>, by number.</param>
    public IEnumerable<News> News(IReadOnlyDictionary<int, Marks> marks, Day today)
    {
        foreach (var (sitting, entries, participants) in Changes())
        {
            var own = marks[sitting.Attempt.Number];
            yield return AttemptRecounted.Of(
                sitting.Attempt,
                sitting.Submission!,
                own.Passed,
                entries == 0 ? null : own.Questions,
                entries,
                participants,
                today
            ) with
            {
                Key = ContestKeys.Stored(Key),
            };
        }

        var first = Sittings[0].Attempt;
        yield return new StandingCorrected(
            first.Village,
            today,
            first.Contest,
            first.Person,
            Sittings[^1].Attempt.Name,
            After.Step,
            AttemptRules.BestOf(Sittings),
            AttemptRules.BestOf(Corrected),
            ContestKeys.Stored(Key)
        );
    }

    private IEnumerable<(Sitting Sitting, int Entries, int Participants)> Changes()
    {
        var corrected = Corrected;
        var (firstBefore, firstAfter) = (FirstOf(Sittings), FirstOf(corrected));
        foreach (var (before, after) in Sittings.Zip(corrected))
        {
            var number = before.Attempt.Number;
            var entries = (after.Counts ? 1 : 0) - (before.Counts ? 1 : 0);
            var participants = (number == firstAfter ? 1 : 0) - (number == firstBefore ? 1 : 0);
            if (entries != 0 || participants != 0)
                yield return (before, entries, participants);
        }
    }

    private static int? FirstOf(IEnumerable<Sitting> sittings) => sittings.FirstOrDefault(sitting => sitting.Counts)?.Attempt.Number;
}
