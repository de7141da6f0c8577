namespace EStation.Showcase.Reviews;

public enum ReportState
{
    Open,
    Upheld,
    Dismissed,
}

/// <summary>Reports and what became of them.</summary>
public sealed class Reporting(JudgementTable judgements, VideoTable videos)
{
    public const int MostADay = 10;
    public const int MostDismissed = 3;
    private const int MostRead = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public static ReportState StateOf(Video video, DateTimeOffset at) =>
        video.Settled?.Until >= at ? ReportState.Dismissed
        : video.HasEnded ? ReportState.Upheld
        : ReportState.Open;

    /// <summary>The reports that a dismissal would settle, or null when none is open.</summary>
    public async Task<SettledReports?> FindOpenAsync(Video video, string reviewer)
    {
        var reports = await judgements.ReadReportsAsync(video.Id);
        return reports.Count > (video.Settled?.Count ?? 0)
            ? new SettledReports(reports.Count, reports.Max(report => report.At), reviewer)
            : null;
    }

    /// <summary>Limits those whose reports are many, or were dismissed again and again.</summary>
    public async Task<Refusal?> LimitAsync(string person, VideoId video, DateTimeOffset now)
    {
        var recent = await judgements.ReadRecentReportsAsync(person, now - Remembered);
        if (recent.Any(report => report.Video == video))
            return null; // a repeated request
        if (recent.Count(report => report.At > now.AddDays(-1)) >= MostADay)
            return Refusal.RetryIn(recent[MostADay - 1].At.AddDays(1) - now);
        var states = await Task.WhenAll(recent.Take(MostRead).Select(StateOfAsync));
        return states.Count(state => state == ReportState.Dismissed) >= MostDismissed ? ShowcaseRefusals.ReportLimited : null;
    }

    private async Task<ReportState> StateOfAsync((VideoId Video, DateTimeOffset At) report) =>
        await videos.FindAsync(report.Video) is { Video: var video } ? StateOf(video, report.At) : ReportState.Open;
}
