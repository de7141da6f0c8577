using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using EStation.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Erases the caller; totals stay. A repeated request with the same token gets the same answer.</summary>
public sealed class DeleteMe(Erasures erasures, TimeProvider time)
{
    [Function(nameof(DeleteMe))]
    [Access(Needs.Holder)]
    [Answers(204)]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/me")] HttpRequest request)
    {
        var person = request.Caller().Id;
        return await erasures.EraseAsync(person, time.Now()) ? Answer.Nothing() : Answer.Refuse(AccessRefusals.TokenInvalid);
    }
}
