using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

public sealed class GetMe(PersonResponses responses)
{
    [Function(nameof(GetMe))]
    [Access(Needs.PersonNow)]
    [Answers<PersonResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request) =>
        Answer.Ok(await responses.OfAsync(request.Caller().Person));
}
