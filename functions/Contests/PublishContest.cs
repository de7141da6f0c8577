using EStation.Access;
using EStation.Banks;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>Publishes a draft. One write fixes the bank's version first, so a repeat completes a failed publication.</summary>
public sealed class PublishContest(DraftTable drafts, BankTable banks, ContestTable contests, TimeProvider time)
{
    private const int FirstVersion = 1;

    [Function(nameof(PublishContest))]
    [Access(Role.Administrator)]
    [Answers<ContestResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/publish")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        return await OptimisticConcurrency.RetryAsync<IResult>(async _ =>
        {
            if ((await caller.FindAsync(drafts.FindAsync(id), found => found.Draft.Rules.Region)).Refused(out var refusal, out var stored))
                return Answer.Refuse(refusal);
            var rules = stored.Draft.Rules;
            var summary = await banks.FindAsync(rules.QuestionBank);
            if (summary is not null && await DrawnBanks.RefuseAsync(caller, summary) is { } unread)
                return Answer.Refuse(unread);
            if (summary is not null && !summary.Region.Contains(rules.Region))
                summary = null; // another region's bank
            if (stored.Draft.Edition is { } edition)
            {
                await caller.RecordAsync(rules.Region);
                return Answer.Ok(await CompleteAsync(rules, edition));
            }

            if (
                ContestDraft.Refuses(rules, summary is null ? null : await banks.ReadAsync(summary.Id, summary.Edition), time.Now()) is
                { } unfit
            )
                return Answer.Refuse(unfit);
            await drafts.TryWriteAsync(stored.Draft with { Edition = summary!.Edition }, stored.Read);
            return null;
        });
    }

    private async Task<ContestResponse> CompleteAsync(Contest rules, string edition)
    {
        var published = rules with { Version = FirstVersion };
        if (await contests.FindAsync(rules.Id) is null)
            await contests.PublishAsync(new PublishedContest(published, await banks.ReadAsync(rules.QuestionBank, edition)));
        return ContestResponse.Of(published, time.Now());
    }
}
