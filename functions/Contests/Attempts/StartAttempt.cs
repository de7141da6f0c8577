using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

/// <summary>Starts an attempt, or resumes the open one with the same paper and deadline.</summary>
public sealed class StartAttempt(
    ContestTable contests,
    AttemptTable attempts,
    AttemptMemory memory,
    ErasureTable erasures,
    AttemptResponses responses,
    Tickets tickets,
    Secrets secrets,
    TimeProvider time
)
{
    [Function(nameof(StartAttempt))]
    [Access(Needs.Person)]
    [Answers<PaperResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/attempts")] HttpRequest request,
        string id
    )
    {
        var person = request.Caller().Person;
        var found = await contests.FindAsync(id);
        // Checked again after the load: an erasure that this instance learns late has no closing row here.
        if (await erasures.IsErasedAsync(person.Id))
            return Answer.Refuse(AccessRefusals.TokenInvalid);
        if (found is not { } contest)
            return Answer.Refuse(Refusal.NotFound);
        var language = RequestLanguage.Wanted(request) ?? person.Profile.Language;
        if ((await StartAsync(contest.Rules, person, language)).Refused(out var refusal, out var start))
            return Answer.Refuse(refusal);

        if (responses.PaperOf(contest, start.Attempt).Refused(out refusal, out var paper))
            return Answer.Refuse(refusal);
        var response = responses.HandOut(contest, paper, start.Attempt with { IsExcluded = start.IsExcluded }) with
        {
            Attempt = tickets.Seal(start.Attempt),
        };
        return start.Resumed ? Answer.Ok(response) : Answer.Created(response);
    }

    private Task<Result<Start>> StartAsync(Contest contest, Person person, Language language) =>
        OptimisticConcurrency.RetryAsync<Result<Start>>(async tried =>
        {
            var unread = tried == 1 && memory.IsLikelyFirst(contest, person, time.Now());
            var before = unread || person.Place is not { } place ? [] : await attempts.ReadAsync(place.County, contest.Id, person.Id);
            if (
                AttemptRules
                    .Start(contest, person, before, language, secrets.Papers.Current.Id, time.Now())
                    .Refused(out var refusal, out var start)
            )
            {
                // There may be an open attempt at another instance, started before closing or before a move.
                if (unread)
                    return null;
                return refusal;
            }

            memory.Remember(contest.Id, person.Id);
            if (start.Resumed)
                return start;
            if ((await attempts.AddAsync(start.Attempt, start.Lapsed)).Refused(out refusal, out var added))
                return refusal;
            if (!added)
                return null;
            return start;
        });
}
