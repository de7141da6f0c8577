using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics;

namespace EStation.Trainings;

/// <summary>Something happened to a training.</summary>
/// <param name="Village">The venue's.</param>
/// <param name="Audience">Of the person, as it was at sign-up.</param>
internal abstract record TrainingNews(RegionCode Village, Audience Audience, Day Day, string Training) : News(Village, Audience, Day)
{
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [TrainingCells.Tally(Training)];
}

internal sealed record TrainingSignedUp(RegionCode Village, Audience Audience, Day Day, string Training) : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingSignUps, 1)];
}

internal sealed record TrainingWithdrawn(RegionCode Village, Audience Audience, Day Day, string Training) : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingCancellations, 1)];
}

/// <param name="Day">Of the session.</param>
/// <param name="Count">1, or -1 for a correction.</param>
internal sealed record TrainingAttended(RegionCode Village, Audience Audience, Day Day, string Training, int Count) : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingAttendances, Count)];
}

internal sealed record TrainingCompleted(RegionCode Village, Audience Audience, Day Day, string Training, int Hours) : TrainingNews(Village, Audience, Day, Training)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.TrainingCompletions, 1), (Metric.TrainingHours, Hours)];
}

/// <summary>It was announced, changed or cancelled, or somebody has to be told: the lists are to be prepared anew, notices to be sent.</summary>
internal sealed record TrainingChanged(RegionCode Village, Day Day, string Training) : TrainingNews(Village, Audience.None, Day, Training);
