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
/// <param name="Key">The version of the key whose totals it changes; 0 for the bank's own.</param>
/// <param name="Aside">For these totals alone: days count it by other news.</param>
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
    int Step = 0,
    int Key = 0,
    bool Aside = false
) : CountedNews(Village, Audience, Day)
{
    [JsonIgnore]
    public Best NewBest => Result.IsBetterThan(PreviousBest) ? Result : PreviousBest!;

    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts =>
        Aside
            ? []
            : [(Metric.ContestEntries, 1), (Metric.ContestParticipants, PreviousBest is null ? 1 : 0), (Metric.ContestPassed, Passed ? 1 : 0)];

    [JsonIgnore]
    public override string? Reached => Aside ? null : Person;

    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells =>
        [
            ContestCells.Tally(ContestKeys.NameOf(Contest, Key), Village),
            .. QuestionCells.Of(ContestKeys.NameOf(Contest, Key), Village.County, Marks.Keys),
        ];
}
