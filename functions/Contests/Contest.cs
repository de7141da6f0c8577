using System.Text.Json.Serialization;
using EStation.Contests.Attempts;
using EStation.Contests.Running;
using EStation.People;
using EStation.Regions;

namespace EStation.Contests;

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
    ReviewTime Review = ReviewTime.AfterAttempt,
    bool PerQuestion = false
)
{
    /// <summary>The people who may take part; null for all of the region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AudienceRule? Audience { get; init; }

    /// <summary>The changes after publishing. They are stored beside the rules, which never change.</summary>
    [JsonIgnore]
    public ContestChanges Changes { get; init; } = ContestChanges.None;

    public bool IsCancelled => Changes.IsCancelled;

    public TimeSpan TimeAllowed => TimeSpan.FromSeconds(Draw.Count * QuestionSeconds);

    /// <summary>Extra time for slow networks; one question at a time needs it for each.</summary>
    public TimeSpan Grace => PerQuestion ? Draw.Count * ClosedQuestion.Grace : Attempt.Grace;

    /// <summary>Includes attempts that were started just before closing, with the most time; rounded up to a whole second.</summary>
    public DateTimeOffset TakesAnswersUntil =>
        DateTimeOffset.FromUnixTimeSeconds(
            (Changes.LastStart(ClosesAt) + TimeAllowed + Changes.LongestExtra + Grace).ToUnixTimeSeconds() + 1
        );

    public bool TakesAnswersAt(DateTimeOffset now) => now < TakesAnswersUntil;

    /// <summary>The rules as they are after these changes.</summary>
    public Contest With(ContestChanges changes) =>
        this with
        {
            OpensAt = changes.OpensAt ?? OpensAt,
            ClosesAt = changes.ClosesAt ?? ClosesAt,
            Changes = changes,
        };

    public int PapersADay => Math.Min(AttemptsPerDay, AttemptsInTotal ?? AttemptsPerDay);

    public ContestState StateAt(DateTimeOffset now) =>
        IsCancelled ? ContestState.Closed
        : now < OpensAt ? ContestState.Upcoming
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

public enum ReviewTime
{
    AfterAttempt,
    AfterClosing,
}

public sealed record Draw(int Count, IReadOnlyDictionary<string, int>? ByCategory = null);

public sealed record Points(int Completed, int AllCorrect);

public enum PrizeBy
{
    Rank,
    Draw,
}

public sealed record Prize(Text Name, int Count, PrizeBy By);
