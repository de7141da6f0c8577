using EStation.Http;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Revokes a role. The operation is idempotent.</summary>
public sealed class DeleteGrant(GrantTable grants)
{
    [Function(nameof(DeleteGrant))]
    [Access(Role.Administrator)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/grants/{id}")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if (!TableKey.IsValid(id) || await grants.RegionOfAsync(id) is not { } region)
            return Answer.Refuse(Refusal.NotFound);
        if (await caller.RefuseAsync(region) is { } outside)
            return Answer.Refuse(outside);

        await grants.RevokeAsync(id);
        await caller.RecordAsync(region);
        return Answer.Nothing();
    }
}
