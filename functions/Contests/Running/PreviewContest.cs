using System.Security.Cryptography;
using EStation.Access;
using EStation.Banks;
using EStation.Contests.Attempts;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

public sealed record PreviewResponse(ContestResponse Contest, int TimeSeconds, IReadOnlyList<PaperQuestionResponse> Questions);

/// <summary>A paper as a participant would get one, of a draft or a published contest. Nothing is stored.</summary>
public sealed class PreviewContest(ContestTable contests, DraftTable drafts, BankTable banks, TimeProvider time)
{
    [Function(nameof(PreviewContest))]
    [Access(Role.Administrator)]
    [Answers<PreviewResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/preview")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        var published = await contests.FindAsync(id);
        var rules = published?.Rules ?? (await drafts.FindAsync(id))?.Draft.Rules;
        if ((await caller.FindAsync(Task.FromResult(rules), found => found.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await BankAsync(caller, published, contest)).Refused(out refusal, out var bank))
            return Answer.Refuse(refusal);

        await caller.RecordAsync(contest.Region);
        var paper = Paper.Draw(contest, bank, RandomNumberGenerator.GetBytes(32), person: "", number: 0);
        return Answer.Ok(
            new PreviewResponse(
                published is null ? ContestResponse.Of(contest, ContestState.Draft) : ContestResponse.Of(contest, time.Now()),
                (int)contest.TimeAllowed.TotalSeconds,
                [.. paper.Questions.Select(question => AttemptResponses.ResponseOf(question, contest.QuestionSeconds))]
            )
        );
    }

    private async Task<Result<QuestionBank>> BankAsync(Caller caller, PublishedContest? published, Contest contest)
    {
        if (published is not null)
            return published.Bank;
        if (await banks.FindAsync(contest.QuestionBank) is not { } summary)
            return Refusal.Invalid("questionBank", "is not there");
        if (await DrawnBanks.RefuseAsync(caller, summary) is { } unread)
            return unread;
        return await banks.ReadAsync(summary.Id, summary.Edition);
    }
}
