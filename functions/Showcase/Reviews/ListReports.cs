using EStation.Http;
using EStation.Identity;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>What viewers found wrong with a video, for its reviewers; not who.</summary>
public sealed class ListReports(Callers callers, VideoTable videos, JudgementTable judgements)
{
    [Function(nameof(ListReports))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/videos/{id}/reports")] HttpRequest request,
        string id
    )
    {
        var stored = VideoId.TryParse(id, null, out var video) ? await videos.FindAsync(video) : null;
        if (
            (await callers.RequireAsync(request, Role.Reviewer, stored?.Video.Village, nameof(ListReports), id)).Refused(
                out var refusal,
                out _
            )
        )
            return Answer.Refuse(refusal);
        if (stored is null)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);
        return Answer.Ok(
            page.Take((await judgements.ReadReportsAsync(video)).OrderBy(report => report.At), report => report.At.ToString("O"))
        );
    }
}
