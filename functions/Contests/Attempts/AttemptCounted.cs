using System.Text.Json.Serialization;
using EStation.Contests.Boards;
using EStation.Contests.Questions;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>A ranked attempt was submitted.</summary>
/// <param name="Village">Where the person belongs to in this contest.</param>
/// <param name="Audience">As it was when the attempt was started.</param>
/// <param name="Contest">Its id.</param>
/// <param name="Person">Who, by id.</param>
/// <param name="Name">The masked name, as boards show it.</param>
/// <param name="Result">This attempt's.</param>
/// <param name="PreviousBest">The person's best before, or null: then this is a new participant.</param>
/// <param name="Passed">Whether the score reached the pass mark.</param>
/// <param name="Language">Of the paper.</param>
/// <param name="Marks">The questions of the paper by id, and whether each was answered right.</param>
[NewsKind("attempt")]
public sealed record AttemptCounted(
    RegionCode Village,
    Audience Audience,
    Day Day,
    string Contest,
    string Person,
    string Name,
    Best Result,
    Best? PreviousBest,
    bool Passed,
    Language Language,
    IReadOnlyDictionary<string, bool> Marks
) : CountedNews(Village, Audience, Day)
{
    [JsonIgnore]
    public Best NewBest => Result.IsBetterThan(PreviousBest) ? Result : PreviousBest!;

    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts =>
        [(Metric.ContestEntries, 1), (Metric.ContestParticipants, PreviousBest is null ? 1 : 0), (Metric.ContestPassed, Passed ? 1 : 0)];

    [JsonIgnore]
    public override string? Reached => Person;

    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells =>
        [ContestCells.Tally(Contest, Village), .. QuestionCells.Of(Contest, Village.County, Marks.Keys)];
}
