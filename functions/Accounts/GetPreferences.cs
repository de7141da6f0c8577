using EStation.Access;
using EStation.Http;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>What I want to be sent, and whether others may sign me up.</summary>
public sealed class GetPreferences(Callers callers)
{
    [Function(nameof(GetPreferences))]
    [Answers<Preferences>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/preferences")] HttpRequest request) =>
        (await callers.FindFreshAsync(request)).Refused(out var refusal, out var person)
            ? Answer.Refuse(refusal)
            : Answer.Ok(person.Preferences);
}
