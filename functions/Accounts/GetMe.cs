using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Who I am.</summary>
public sealed class GetMe(Callers callers, PersonResponses responses)
{
    [Function(nameof(GetMe))]
    [Answers<PersonResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request) =>
        (await callers.FindFreshAsync(request)).Refused(out var refusal, out var person)
            ? Answer.Refuse(refusal)
            : Answer.Ok(await responses.OfAsync(person));
}
