using EStation.Contests.Attempts;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>The rules of a quiz contest; they do not change once it is published.</summary>
public sealed record Contest(
    string Id,
    int Version,
    Text Title,
    Text? Description,
    string QuestionBank,
    RegionCode Region,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    Draw Draw,
    int QuestionSeconds,
    int AttemptsPerDay,
    int? AttemptsInTotal,
    int PassMark,
    Points? Points = null,
    int? DrawMark = null,
    IReadOnlyList<Prize>? Prizes = null,
    ReviewTime Review = ReviewTime.AfterAttempt
)
{
    public TimeSpan TimeAllowed => TimeSpan.FromSeconds(Draw.Count * QuestionSeconds);

    /// <summary>An attempt that was started just before closing may still be handed in. To the next whole second, as it is told.</summary>
    public DateTimeOffset TakesAnswersUntil =>
        DateTimeOffset.FromUnixTimeSeconds((ClosesAt + TimeAllowed + Attempt.Grace).ToUnixTimeSeconds() + 1);

    public bool TakesAnswersAt(DateTimeOffset now) => now < TakesAnswersUntil;

    /// <summary>On how many papers of a day a phone may be shown questions.</summary>
    public int PapersADay => Math.Min(AttemptsPerDay, AttemptsInTotal ?? AttemptsPerDay);

    public ContestState StateAt(DateTimeOffset now) =>
        now < OpensAt ? ContestState.Upcoming
        : now < ClosesAt ? ContestState.Open
        : ContestState.Closed;
}

public enum ContestState
{
    Draft,
    Upcoming,
    Open,
    Closed,
}

/// <summary>When right answers and explanations are shown.</summary>
public enum ReviewTime
{
    AfterAttempt,
    AfterClosing,
}

/// <summary>How many questions a paper has; of each category so many, where the contest says so.</summary>
public sealed record Draw(int Count, IReadOnlyDictionary<string, int>? ByCategory = null);

/// <summary>What a ranked attempt earns: for being completed, and more when all answers are right.</summary>
public sealed record Points(int Completed, int AllCorrect);

public enum PrizeBy
{
    Rank,
    Draw,
}

public sealed record Prize(Text Name, int Count, PrizeBy By);
