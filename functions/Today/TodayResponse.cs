using System.Text.Json.Serialization;
using EStation.Contests;
using EStation.Contests.Attempts;
using EStation.Regions;
using EStation.Showcase;
using EStation.Trainings;
using EStation.Trainings.Enrolments;

namespace EStation.Today;

/// <summary>The first page.</summary>
/// <param name="Contests">Open and upcoming ones; with a token those that the caller's village may take part in.</param>
/// <param name="Attempt">What the caller can do today.</param>
/// <param name="TrainingsIn">Where the trainings are: the caller's county, or what it lies in where the county has none.</param>
/// <param name="Ticket">The caller's next training.</param>
/// <param name="Unread">Entries of the caller's inbox.</param>
public sealed record TodayResponse(
    IReadOnlyList<TodaysContest> Contests,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TodaysAttempt? Attempt,
    IReadOnlyList<ListTrainingsResponse> Trainings,
    TodaysPlace TrainingsIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NextTrainingResponse? Ticket,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VideoCardResponse? Video,
    int Unread
);

public sealed record TodaysPlace(RegionCode Code, Text Name);

/// <summary>A contest on the first page.</summary>
/// <param name="Questions">Of a paper.</param>
/// <param name="Seconds">For a whole paper.</param>
public sealed record TodaysContest(
    string Id,
    ContestState State,
    Text Title,
    RegionCode Region,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    int Questions,
    int Seconds,
    int AttemptsPerDay
)
{
    public static TodaysContest Of(Contest contest, DateTimeOffset now) =>
        new(
            contest.Id,
            contest.StateAt(now),
            contest.Title,
            contest.Region,
            contest.OpensAt,
            contest.ClosesAt,
            contest.Draw.Count,
            (int)contest.TimeAllowed.TotalSeconds,
            contest.AttemptsPerDay
        );
}
