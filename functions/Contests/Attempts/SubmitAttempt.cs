using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

public sealed record SubmitAttemptRequest(Dictionary<string, string[]?>? Answers);

/// <summary>Submits answers: the ticket holds all data, so the function reads nothing and writes one transaction.</summary>
public sealed class SubmitAttempt(
    ContestTable contests,
    Tickets tickets,
    AttemptTable attempts,
    AttemptNews newsOf,
    TurnTable turns,
    AttemptResponses responses,
    TimeProvider time
)
{
    [Function(nameof(SubmitAttempt))]
    [Access(Needs.Token)]
    [Takes<SubmitAttemptRequest>]
    [Answers<SubmissionResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/contests/{id}/attempts/{attempt}")] HttpRequest request,
        string id,
        string attempt,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Id;
        if ((await tickets.OpenAsync(attempt, id, person)).Refused(out var refusal, out var opened))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<SubmitAttemptRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        var contest = await contests.FindAsync(opened.Contest, opened.Version);
        if (responses.PaperOf(contest, opened).Refused(out refusal, out var paper))
            return Answer.Refuse(refusal);
        // Answers to single questions are stored already; others in the body would tell which questions come next.
        var closed = contest.Rules.PerQuestion ? await turns.ReadAsync(opened) : null;
        if (ParseAnswers(paper, body, closed).Refused(out refusal, out var answers))
            return Answer.Refuse(refusal);

        var finishedAt = closed?.Count == paper.Questions.Count ? closed[^1].At : (DateTimeOffset?)null;
        var submission = Submission.Mark(opened, contest.Rules, paper, answers, time.Now(), finishedAt) with
        {
            KeyVersion = contest.Key.Version,
        };
        var stored = await attempts.AddAsync(opened, submission, known => newsOf.OfAsync(known, contest, paper, submission));
        return closed is not null || answers.SameAs(stored)
            ? Answer.Ok(await responses.ReviewAsync(contest, paper, opened, stored))
            : Answer.Refuse(ContestRefusals.AttemptSubmitted);
    }

    private static Result<Answers> ParseAnswers(Paper paper, SubmitAttemptRequest body, IReadOnlyList<ClosedQuestion>? closed) =>
        closed is null ? Answers.Parse(paper, body.Answers) : Answers.Of(paper, closed);
}
