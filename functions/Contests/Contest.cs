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
    IReadOnlyList<Prize>? Prizes = null
)
{
    public TimeSpan TimeAllowed => TimeSpan.FromSeconds(Draw.Count * QuestionSeconds);

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
