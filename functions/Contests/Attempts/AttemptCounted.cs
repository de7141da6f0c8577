using System.Text.Json.Serialization;
using EStation.Contests.Boards;
using EStation.Contests.Questions;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <param name="Village">The person's village in this contest.</param>
/// <param name="Audience">As of the start of the attempt.</param>
/// <param name="PreviousBest">Null for a new participant.</param>
/// <param name="Marks">By question id, whether the answer was right.</param>
/// <param name="Step">The correction of the person's attempts that it follows.</param>
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
    IReadOnlyDictionary<string, bool> Marks,
    int Step = 0
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
