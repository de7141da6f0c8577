using EStation.Access;
using EStation.Http;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

public sealed class GetPreferences
{
    [Function(nameof(GetPreferences))]
    [Access(Needs.PersonNow)]
    [Answers<Preferences>]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/preferences")] HttpRequest request) =>
        Answer.Ok(request.Caller().Person.Preferences);
}
