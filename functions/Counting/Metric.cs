namespace EStation.Counting;

/// <summary>What is counted. All metrics are additive: over places, over days.</summary>
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
