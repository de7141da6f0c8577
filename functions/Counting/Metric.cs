namespace EStation.Counting;

/// <summary>All metrics are additive, over places and days.</summary>
public enum Metric
{
    PeopleRegistered,
    StationsCertified,
    ContestEntries,
    ContestParticipants,
    ContestPassed,
    TrainingSignUps,
    TrainingCancellations,
    TrainingAttendances,
    TrainingCompletions,
    TrainingHours,
    VideosSubmitted,
    VideosPublished,
    VideoViews,
    VideoLikes,
}
