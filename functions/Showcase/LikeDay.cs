namespace EStation.Showcase;

/// <summary>What somebody's like of a video has come to on a day: the row of a like keeps its days, so that they can be counted again.</summary>
/// <param name="Audience">What this person was on that day.</param>
/// <param name="Change">0 when it was given and taken back.</param>
internal sealed record LikeDay(Day Day, Audience Audience, int Change)
{
    /// <summary>At most one a day and audience, however often somebody changes their mind.</summary>
    public static LikeDay[] Add(LikeDay[] days, LikeDay news) =>
        days is [.. var before, var last] && (last.Day, last.Audience) == (news.Day, news.Audience)
            ? [.. before, last with { Change = last.Change + news.Change }]
            : [.. days, news];
}
