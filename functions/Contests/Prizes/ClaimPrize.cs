using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

public sealed record ClaimPrizeRequest([property: As<ClaimBy>] string? By, string? Name, string? Address = null)
{
    private const int LongestName = 40;
    private const int LongestAddress = 200;

    public Result<Delivery> Parse()
    {
        var check = new Validation();
        var by = check.OneOf<ClaimBy>("by", By);
        var name = check.Line("name", Name, LongestName);
        var address = check.OptionalLine("address", Address, LongestAddress);
        check.Check(by == ClaimBy.Station || address is not null, "address", "is missing");
        return check.Or(() => new Delivery(by, name, by == ClaimBy.Post ? address : null));
    }
}

/// <summary>Claims a prize of one's own. Name and address are stored encrypted.</summary>
public sealed class ClaimPrize(ContestTable contests, CandidateTable candidates, TimeProvider time)
{
    [Function(nameof(ClaimPrize))]
    [Access(Needs.PersonNow)]
    [Takes<ClaimPrizeRequest>]
    [Answers<OwnPrizeResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me/prizes/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Id;
        if (await FindAsync(id, person) is null)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<ClaimPrizeRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var delivery))
            return Answer.Refuse(refusal);
        if ((await ClaimAsync(id, person, delivery)).Refused(out refusal, out var claimed))
            return Answer.Refuse(refusal);
        var contest = (await contests.FindAsync(claimed.Contest))!;
        return Answer.Ok(OwnPrizeResponse.Of(contest.Rules, claimed, delivery));
    }

    private async Task<StoredCandidate?> FindAsync(string id, string person) =>
        await candidates.FindAsync(id) is { } stored && stored.Candidate.Person == person && stored.Candidate.Prize is not null
            ? stored
            : null;

    private Task<Result<Candidate>> ClaimAsync(string id, string person, Delivery delivery) =>
        OptimisticConcurrency.RetryAsync<Result<Candidate>>(async _ =>
        {
            if (await FindAsync(id, person) is not { } stored)
                return Refusal.NotFound;
            if (PrizeRules.Claim(stored.Candidate, delivery.By, time.Now()).Refused(out var refusal, out var claimed))
                return refusal;
            if (!await candidates.TryChangeAsync(stored, claimed, delivery))
                return null;
            return claimed;
        });
}
