using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Trainings;

/// <param name="Audience">The person's audience at sign-up.</param>
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

/// <param name="Count">1, or -1 for a correction.</param>
[NewsKind("training-attendance")]
public sealed record TrainingAttended(RegionCode Village, Audience Audience, Day Day, string Training, int Count, string Person)
    : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingAttendances, Count)];

    /// <summary>An estimate cannot lose a person, so a correction does not change it.</summary>
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

/// <summary>An announcement, a change or a cancellation, or pending notices: it triggers the publisher.</summary>
[NewsKind("training-change")]
public sealed record TrainingChanged(RegionCode Village, Day Day, string Training) : TrainingNews(Village, Audience.None, Day, Training);
