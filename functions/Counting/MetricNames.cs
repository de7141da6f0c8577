namespace EStation.Counting;

public static class MetricNames
{
    public static string In(Metric metric) =>
        metric switch
        {
            Metric.PeopleRegistered => "注册人数",
            Metric.StationsCertified => "认证乡村e站（个）",
            Metric.ContestEntries => "竞赛答题人次",
            Metric.ContestParticipants => "竞赛参赛人数",
            Metric.ContestPassed => "竞赛合格人次",
            Metric.TrainingSignUps => "培训报名人次",
            Metric.TrainingCancellations => "培训取消报名人次",
            Metric.TrainingAttendances => "培训到课人次",
            Metric.TrainingCompletions => "培训结业人次",
            Metric.TrainingHours => "培训学时",
            Metric.VideosSubmitted => "微视频投稿数",
            Metric.VideosPublished => "微视频发布数",
            Metric.VideoViews => "微视频播放次数",
            Metric.VideoLikes => "微视频点赞数",
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };

    public static string In(Audience column) =>
        column switch
        {
            Audience.None => "合计",
            Audience.Women => "女性",
            Audience.Minority => "少数民族",
            Audience.LeftBehind => "留守人员",
            Audience.Under35 => "35岁以下",
            Audience.Over60 => "60岁以上",
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
}
