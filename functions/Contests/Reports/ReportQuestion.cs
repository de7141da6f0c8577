using System.Text.Json.Serialization;
using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Reports;

public sealed record QuestionReportRequest([property: As<ReportReason>] string? Reason, string? Text = null);

public sealed record QuestionReportResponse(
    string Question,
    ReportReason Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    DateTimeOffset At
);

/// <summary>Reports a question of a paper that the caller has handed in. Again, it replaces the report.</summary>
public sealed class ReportQuestion(
    ContestTable contests,
    AttemptTable attempts,
    AttemptResponses papers,
    QuestionReportTable reports,
    TimeProvider time
)
{
    private const int LongestText = 500;

    [Function(nameof(ReportQuestion))]
    [Access(Needs.Person)]
    [Takes<QuestionReportRequest>]
    [Answers<QuestionReportResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/questions/{question}/reports")] HttpRequest request,
        string id,
        string question,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Person;
        if (await contests.FindAsync(id) is null || person.Place is not { } place)
            return Answer.Refuse(Refusal.NotFound);
        if (!await HasAnsweredAsync(await attempts.ReadAsync(place.County, id, person.Id), question))
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<QuestionReportRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var reason = check.OneOf<ReportReason>("reason", body.Reason);
        var text = check.OptionalText("text", body.Text, LongestText);
        if (check.Or(() => reason).Refused(out refusal, out _))
            return Answer.Refuse(refusal);

        var report = new QuestionReport(id, question, person.Id, reason, text, time.Now());
        var response = new QuestionReportResponse(question, reason, text, report.At);
        return await reports.PutAsync(report) ? Answer.Created(response) : Answer.Ok(response);
    }

    private async Task<bool> HasAnsweredAsync(IEnumerable<Sitting> sittings, string question)
    {
        foreach (var attempt in sittings.Where(sitting => sitting.Submission is not null).Select(sitting => sitting.Attempt))
        {
            var contest = await contests.FindAsync(attempt.Contest, attempt.Version);
            if (!papers.PaperOf(contest, attempt).Refused(out _, out var paper) && paper.Find(question) is not null)
                return true;
        }

        return false;
    }
}
