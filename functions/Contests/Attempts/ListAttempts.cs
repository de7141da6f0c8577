using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

public sealed class ListAttempts(ContestTable contests, AttemptTable attempts, Tickets tickets, TimeProvider time)
{
    [Function(nameof(ListAttempts))]
    [Access(Needs.Person)]
    [Answers<Page<AttemptSummary>>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/attempts")] HttpRequest request,
        string id
    )
    {
        var person = request.Caller().Person;
        if (await contests.FindAsync(id) is not { Rules: var rules })
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var sittings = person.Place is { } place
            ? (await attempts.ReadAsync(place.County, id, person.Id)).Select(sitting => AttemptRules.WithTimeOf(person, sitting)).ToList()
            : [];
        var now = time.Now();
        var shown = page.Take(sittings, sitting => Paging.Place(sitting.Attempt.Number));
        return Answer.Ok(
            new Page<AttemptSummary>(
                [.. shown.Items.Select(sitting => AttemptSummary.Of(sitting, rules, tickets.Seal(sitting.Attempt), now))],
                shown.Next
            )
        );
    }
}
