using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <param name="Text">Empty when the author gave none or was erased.</param>
public sealed record ReportResponse(ReviewReason Reason, string Text, DateTimeOffset At, ReportState State)
{
    public static ReportResponse Of(Video video, Report report) =>
        new(report.Reason, report.Text, report.At, Reporting.StateOf(video, report.At));
}

/// <summary>The reports of a video, without their authors.</summary>
public sealed class ListReports(VideoTable videos, JudgementTable judgements)
{
    [Function(nameof(ListReports))]
    [Access(Role.Reviewer)]
    [Answers<Page<ReportResponse>>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/videos/{id}/reports")] HttpRequest request,
        string id
    )
    {
        if (
            (await request.Caller().FindAsync(videos.FindAsync(id), found => found.Video.Village)).Refused(
                out var refusal,
                out var reported
            )
        )
            return Answer.Refuse(refusal);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);
        var reports = page.Take(
            (await judgements.ReadReportsAsync(reported.Video.Id)).Index(),
            report => $"{Paging.Rising(report.Item.At)}|{Paging.Place(report.Index)}"
        );
        return Answer.Ok(
            new Page<ReportResponse>([.. reports.Items.Select(report => ReportResponse.Of(reported.Video, report.Item))], reports.Next)
        );
    }
}
