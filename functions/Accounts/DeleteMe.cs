using EStation.Access;
using EStation.Http;
using EStation.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Erases me: what was counted stays counted, nothing leads back to me. Again, with the same token: the same.</summary>
public sealed class DeleteMe(Callers callers, Erasures erasures, TimeProvider time)
{
    [Function(nameof(DeleteMe))]
    [Answers(204)]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/me")] HttpRequest request)
    {
        if ((await callers.HolderOfAsync(request)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        return await erasures.EraseAsync(person, time.Now()) ? Answer.Nothing() : Answer.Refuse(AccessRefusals.TokenInvalid);
    }
}
