using EStation.Access;
using EStation.Banks;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>
/// Publishes a draft with the bank as it is now. The draft first says with which version, in one write; whatever dies after that, the same
/// request again completes the same publication.
/// </summary>
public sealed class PublishContest(
    Callers callers,
    DraftTable drafts,
    BankTable banks,
    DrawnBanks drawn,
    ContestTable contests,
    TimeProvider time
)
{
    private const int FirstVersion = 1;

    [Function(nameof(PublishContest))]
    [Answers<ContestResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/publish")] HttpRequest request,
        string id
    )
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, region: null, nameof(PublishContest), id)).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        return await OptimisticConcurrency.RetryAsync<IResult>(async _ =>
        {
            if (await drafts.FindAsync(id) is not { } stored)
                return Answer.Refuse(Refusal.NotFound);
            var rules = stored.Draft.Rules;
            if (await callers.RefuseAsync(caller, Role.Administrator, rules.Region, nameof(PublishContest), id) is { } outside)
                return Answer.Refuse(outside);
            var summary = await banks.FindAsync(rules.QuestionBank);
            if (summary is not null && await drawn.RefuseAsync(caller, summary, nameof(PublishContest)) is { } unread)
                return Answer.Refuse(unread);
            if (summary is not null && !summary.Region.Contains(rules.Region))
                summary = null; // another region's bank
            if (stored.Draft.Edition is { } edition)
            {
                await callers.RecordAsync(caller, nameof(PublishContest), rules.Region, id);
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
