using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Trainings;

/// <summary>Something happened to a training.</summary>
/// <param name="Village">The venue's.</param>
/// <param name="Audience">Of the person, as it was at sign-up.</param>
public abstract record TrainingNews(RegionCode Village, Audience Audience, Day Day, string Training) : CountedNews(Village, Audience, Day)
{
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [TrainingCells.Tally(Training)];
}

[NewsKind("training-sign-up")]
public sealed record TrainingSignedUp(RegionCode Village, Audience Audience, Day Day, string Training)
    : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingSignUps, 1)];
}

[NewsKind("training-withdrawal")]
public sealed record TrainingWithdrawn(RegionCode Village, Audience Audience, Day Day, string Training)
    : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingCancellations, 1)];
}

/// <param name="Day">Of the session.</param>
/// <param name="Count">1, or -1 for a correction.</param>
[NewsKind("training-attendance")]
public sealed record TrainingAttended(RegionCode Village, Audience Audience, Day Day, string Training, int Count, string Person)
    : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingAttendances, Count)];

    /// <summary>Nobody can be taken out of an estimate: who was said to be there stays in it.</summary>
    [JsonIgnore]
    public override string? Reached => Person;
}

[NewsKind("training-completion")]
public sealed record TrainingCompleted(RegionCode Village, Audience Audience, Day Day, string Training, int Hours, string Person)
    : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingCompletions, 1), (Metric.TrainingHours, Hours)];

    [JsonIgnore]
    public override string? Reached => Person;
}

/// <summary>
/// It was announced, changed or cancelled: the lists are to be prepared anew.
/// </summary>
[NewsKind("training-change")]
public sealed record TrainingChanged(RegionCode Village, Day Day, string Training) : TrainingNews(Village, Audience.None, Day, Training);
