using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Replaces the profile. The first village fixes for ever which county's ledger holds the person's own records.</summary>
public sealed class PutMe(
    PersonTable people,
    Registrations registrations,
    Divisions divisions,
    PersonResponses responses,
    TimeProvider time
)
{
    [Function(nameof(PutMe))]
    [Access(Needs.Token)]
    [Takes<PutMeRequest>]
    [Answers<PersonResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller().Id;
        if ((await Body.ReadAsync<PutMeRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if (body.Parse(divisions, Day.Of(now).Date.Year).Refused(out refusal, out var profile))
            return Answer.Refuse(refusal);
        if (body.ParseConsent(now).Refused(out refusal, out var consents))
            return Answer.Refuse(refusal);

        if (await people.ChangeAsync(caller, person => person.With(profile, consents is [var consent] ? consent : null)) is not { } changed)
            return Answer.Refuse(AccessRefusals.TokenInvalid);
        return Answer.Ok(await responses.OfAsync(await registrations.CompleteAsync(changed, now)));
    }
}
