using EStation.Http;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Takes a role back; again: the same.</summary>
public sealed class DeleteGrant(GrantTable grants, TellingOfRoles telling)
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

        if ((await grants.ListAsync()).FirstOrDefault(grant => grant.Id == id) is { } ending)
            await telling.EndedAsync(ending); // before it is revoked: nothing leads from a revoked grant to the phone
        await grants.RevokeAsync(id);
        await caller.RecordAsync(region);
        return Answer.Nothing();
    }
}
