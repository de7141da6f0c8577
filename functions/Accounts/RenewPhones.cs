using EStation.Access;
using EStation.Identity;
using EStation.People;
using EStation.Stations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Accounts;

/// <summary>Encrypts phones with the current master secret while a previous one is set: the next rotation drops that one.</summary>
public sealed class RenewPhones(
    PersonTable people,
    PublicistTable publicists,
    GrantTable grants,
    Secrets secrets,
    ILogger<RenewPhones> logger
)
{
    [Function(nameof(RenewPhones))]
    public async Task Run([TimerTrigger("0 45 19 * * *")] TimerInfo timer)
    {
        if (!secrets.IsRotating)
            return;
        var renewed = await people.RenewAsync() + await publicists.RenewAsync() + await grants.RenewAsync();
        logger.LogInformation("Renewed {Renewed} phones after the rotation of the master secret", renewed);
    }
}
