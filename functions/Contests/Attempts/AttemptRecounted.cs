using System.Text.Json.Serialization;
using EStation.Contests.Questions;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>An attempt counts no longer, or again. Place, audience and day are those of the attempt.</summary>
/// <param name="Entries">-1 or 1; 0 when only the participant moves to another attempt.</param>
/// <param name="Participants">Moves the participant between the days of the attempts.</param>
/// <param name="Decided">The day of the correction; null for an attempt that is only reached.</param>
[NewsKind("attempt-recounted")]
public sealed record AttemptRecounted(
    RegionCode Village,
    Audience Audience,
    Day Day,
    string Contest,
    string Person,
    int Score,
    bool Passed,
    Language Language,
    IReadOnlyDictionary<string, bool>? Marks,
    int Entries,
    int Participants,
    Day? Decided,
    int Key = 0
) : CountedNews(Village, Audience, Day)
{
    /// <summary>A submission of a disqualified person: the person was reached, and nothing is counted.</summary>
    public static AttemptRecounted Reach(Attempt attempt, Submission submission) =>
        Of(attempt, submission, passed: false, marks: null, entries: 0, participants: 0, decided: null);

    public static AttemptRecounted Of(
        Attempt attempt,
        Submission submission,
        bool passed,
        IReadOnlyDictionary<string, bool>? marks,
        int entries,
        int participants,
        Day? decided
    ) =>
        new(
            attempt.Village,
            attempt.Audience,
            Day.Of(submission.Result.SubmittedAt),
            attempt.Contest,
            attempt.Person,
            submission.Result.Score,
            passed,
            attempt.Language,
            marks,
            entries,
            participants,
            decided
        );

    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts =>
        [(Metric.ContestEntries, Entries), (Metric.ContestParticipants, Participants), (Metric.ContestPassed, Passed ? Entries : 0)];

    [JsonIgnore]
    public override string? Reached => Person;

    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells =>
        Entries == 0
            ? []
            : [
                ContestCells.Tally(ContestKeys.NameOf(Contest, Key), Village),
                .. QuestionCells.Of(ContestKeys.NameOf(Contest, Key), Village.County, Marks!.Keys),
            ];
}
