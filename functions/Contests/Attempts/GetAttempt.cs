using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

public sealed record AttemptResponse(string Attempt, AttemptState State, PaperResponse Paper, SubmissionResponse? Result);

public sealed class GetAttempt(ContestTable contests, Tickets tickets, AttemptTable attempts, AttemptResponses responses, TimeProvider time)
{
    [Function(nameof(GetAttempt))]
    [Access(Needs.Token)]
    [Answers<AttemptResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/attempts/{attempt}")] HttpRequest request,
        string id,
        string attempt
    )
    {
        var person = request.Caller().Id;
        if ((await tickets.OpenAsync(attempt, id, person)).Refused(out var refusal, out var opened))
            return Answer.Refuse(refusal);
        var sittings = await attempts.ReadAsync(opened.County, id, person);
        if (sittings.FirstOrDefault(candidate => candidate.Attempt.Number == opened.Number) is not { } sitting)
            return Answer.Refuse(Refusal.NotFound);

        var known = opened with { IsExcluded = sitting.IsExcluded };
        var contest = await contests.FindAsync(opened.Contest, opened.Version);
        // The result stays known for ever, the questions only while the secret exists.
        var paper = responses.PaperOf(contest, opened).Refused(out _, out var drawn) ? Paper.Gone : drawn;
        var result = sitting.Submission is { } submission ? await responses.ReviewAsync(contest, paper, known, submission) : null;
        return Answer.Ok(
            new AttemptResponse(
                attempt,
                (sitting with { Attempt = opened }).StateAt(time.Now(), contest.Rules),
                responses.HandOut(contest, paper, known) with
                {
                    Attempt = attempt,
                },
                result
            )
        );
    }
}
