using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

public sealed record PutQuestionRequest(IReadOnlyList<string?>? Options);

/// <summary>
/// Answers a question of a contest with one question at a time, and hands out the next. A question is handed out when the one before is
/// answered or its time is over.
/// </summary>
public sealed class PutQuestion(ContestTable contests, Tickets tickets, TurnTable turns, AttemptResponses responses, TimeProvider time)
{
    [Function(nameof(PutQuestion))]
    [Access(Needs.Token)]
    [Takes<PutQuestionRequest>]
    [Answers<TurnResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/contests/{id}/attempts/{attempt}/questions/{n}")]
            HttpRequest request,
        string id,
        string attempt,
        string n,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Id;
        if ((await tickets.OpenAsync(attempt, id, person)).Refused(out var refusal, out var opened))
            return Answer.Refuse(refusal);
        var contest = await contests.FindAsync(opened.Contest, opened.Version);
        if (!contest.Rules.PerQuestion || !int.TryParse(n, out var number) || number < 1 || number > contest.Rules.Draw.Count)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<PutQuestionRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (responses.PaperOf(contest, opened).Refused(out refusal, out var paper))
            return Answer.Refuse(refusal);
        // The turn is checked before the options: an answer to a later question must not tell what its options are.
        if (await HandedOutAtAsync(opened, number) is not { } handedOutAt)
            return Answer.Refuse(ContestRefusals.QuestionNotHandedOut);
        if (Answers.ParseOne(paper.Questions[number - 1], body.Options).Refused(out refusal, out var given))
            return Answer.Refuse(refusal);

        if ((await CloseAsync(opened, contest.Rules, number, given, handedOutAt)).Refused(out refusal, out var closed))
            return Answer.Refuse(refusal);
        return closed.DiffersFrom(given)
            ? Answer.Refuse(ContestRefusals.QuestionAnswered)
            : Answer.Ok(AttemptResponses.TurnOf(contest, paper, opened, number + 1, closed.At));
    }

    private async Task<DateTimeOffset?> HandedOutAtAsync(Attempt attempt, int number) =>
        number == 1 ? attempt.StartedAt : (await turns.FindAsync(attempt, number - 1))?.At;

    private async Task<Result<ClosedQuestion>> CloseAsync(
        Attempt attempt,
        Contest contest,
        int number,
        string[] given,
        DateTimeOffset handedOutAt
    )
    {
        if (
            !ClosedQuestion
                .Close(number, given, handedOutAt, attempt.SecondsAQuestionIn(contest), time.Now())
                .Refused(out var refusal, out var closed)
        )
            return await turns.AddAsync(attempt, closed);
        // A repeated request may come without an answer: the phone lost the question that it got.
        return await turns.FindAsync(attempt, number) is { } present ? present : refusal;
    }
}
