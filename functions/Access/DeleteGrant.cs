using EStation.Http;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Takes a role back; again: the same.</summary>
public sealed class DeleteGrant(Callers callers, GrantTable grants)
{
    [Function(nameof(DeleteGrant))]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/grants/{id}")] HttpRequest request,
        string id
    )
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, region: null, nameof(DeleteGrant))).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        if (!TableKey.IsValid(id) || await grants.RegionOfAsync(id) is not { } region)
            return Answer.Refuse(Refusal.NotFound);
        if (await callers.RefuseAsync(caller, Role.Administrator, region, nameof(DeleteGrant), id) is { } outside)
            return Answer.Refuse(outside);

        await grants.RevokeAsync(id);
        await callers.RecordAsync(caller, nameof(DeleteGrant), region, id);
        return Answer.Nothing();
    }
}
