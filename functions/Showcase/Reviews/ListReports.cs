using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <summary>What viewers found wrong with a video, for its reviewers; not who.</summary>
public sealed class ListReports(VideoTable videos, JudgementTable judgements)
{
    [Function(nameof(ListReports))]
    [Access(Role.Reviewer)]
    [Answers<Page<Report>>]
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
        return Answer.Ok(new Page<Report>([.. reports.Items.Select(report => report.Item)], reports.Next));
    }
}
