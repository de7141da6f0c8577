using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <param name="Text">The reason <c>other</c> needs it.</param>
public sealed record ReportVideoRequest(
    [property: As<ReviewReason>] string? Reason,
    [property: MaxLength(ReviewVideoRequest.LongestText)] string? Text = null
)
{
    public Result<Report> Parse(DateTimeOffset now)
    {
        var check = new Validation();
        var reason = check.OneOf<ReviewReason>("reason", Reason);
        var text = ReviewVideoRequest.TextOf(check, Text, reason);
        return check.Or(() => new Report(reason, text, now));
    }
}

public sealed record ReportedResponse(bool Reported);

public sealed class ReportVideo(VideoDocuments documents, JudgementTable judgements, Reporting reporting, TimeProvider time)
{
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
        var now = time.Now();
        if (body.Parse(now).Refused(out refusal, out var report))
            return Answer.Refuse(refusal);
        if (await reporting.LimitAsync(person.Id, document.Video.Id, now) is { } limited)
            return Answer.Refuse(limited);

        var news = new VideoReported(document.Video.Village, Audience.None, Day.Of(now), document.Video.Id);
        await judgements.ReportAsync(person.Id, report, news);
        return Answer.Ok(new ReportedResponse(Reported: true));
    }
}
