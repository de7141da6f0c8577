using System.Text.Json.Serialization;
using EStation.Contests.Running;
using EStation.People;
using EStation.Regions;

namespace EStation.Contests;

public sealed record ContestResponse(
    string Id,
    ContestState State,
    Text Title,
    Text? Description,
    RegionCode Region,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    string QuestionBank,
    Draw Draw,
    int QuestionSeconds,
    int AttemptsPerDay,
    int? AttemptsInTotal,
    int PassMark,
    Points? Points,
    int? DrawMark,
    IReadOnlyList<Prize> Prizes,
    ReviewTime Review,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AudienceRule? Audience,
    bool Cancelled,
    IReadOnlyList<ContestChangeResponse> Changes,
    bool PerQuestion
)
{
    public static ContestResponse Of(Contest contest, DateTimeOffset now) => Of(contest, contest.StateAt(now));

    public static ContestResponse Of(Contest contest, ContestState state) =>
        new(
            contest.Id,
            state,
            contest.Title,
            contest.Description,
            contest.Region,
            contest.OpensAt,
            contest.ClosesAt,
            contest.QuestionBank,
            contest.Draw,
            contest.QuestionSeconds,
            contest.AttemptsPerDay,
            contest.AttemptsInTotal,
            contest.PassMark,
            contest.Points,
            contest.DrawMark,
            contest.Prizes ?? [],
            contest.Review,
            contest.Audience,
            contest.IsCancelled,
            [.. contest.Changes.All.Select(ContestChangeResponse.Of)],
            contest.PerQuestion
        );
}
