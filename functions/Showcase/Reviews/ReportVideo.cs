using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

public sealed record ReportVideoRequest(string? Reason);

public sealed record ReportedResponse(bool Reported);

/// <summary>Says that something is wrong with a published video: once a person. Reviewers see it.</summary>
public sealed class ReportVideo(VideoDocuments documents, JudgementTable judgements, TimeProvider time)
{
    private const int LongestReason = 500;

    [Function(nameof(ReportVideo))]
    [Access(Needs.Person)]
    [Takes<ReportVideoRequest>]
    [Answers<ReportedResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/reports")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Person;
        if ((await documents.FindPublishedAsync(id)).Refused(out var refusal, out var document))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<ReportVideoRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var text = check.Text("reason", body.Reason, LongestReason);
        if (check.Or(() => text).Refused(out refusal, out var reason))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var news = new VideoReported(document.Video.Village, Audience.None, Day.Of(now), document.Video.Id);
        await judgements.ReportAsync(person.Id, reason, news, now);
        return Answer.Ok(new ReportedResponse(Reported: true));
    }
}
