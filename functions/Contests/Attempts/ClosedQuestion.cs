namespace EStation.Contests.Attempts;

/// <summary>A question whose turn is over, in a contest with one question at a time. The next one was handed out at that moment.</summary>
/// <param name="Number">Its place on the paper, from 1.</param>
/// <param name="Options">By the author's ids, sorted; empty when the time was over first.</param>
/// <param name="At">To the millisecond.</param>
public sealed record ClosedQuestion(int Number, IReadOnlyList<string> Options, DateTimeOffset At)
{
    /// <summary>Extra time for an answer on its way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="given">By the author's ids.</param>
    /// <param name="handedOutAt">When the question was shown.</param>
    /// <param name="seconds">The time for it.</param>
    public static Result<ClosedQuestion> Close(
        int number,
        IReadOnlyList<string> given,
        DateTimeOffset handedOutAt,
        int seconds,
        DateTimeOffset now
    )
    {
        var isOver = now > handedOutAt.AddSeconds(seconds) + Grace;
        if (!isOver && given.Count == 0)
            return ContestRefusals.QuestionNotAnswered;
        return new ClosedQuestion(number, isOver ? [] : given, now);
    }

    /// <summary>Whether a repeated request gives another answer than the stored one.</summary>
    public bool DiffersFrom(IReadOnlyList<string> given) => given.Count > 0 && Options.Count > 0 && !Options.SequenceEqual(given);
}
