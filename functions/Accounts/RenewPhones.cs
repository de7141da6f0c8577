using EStation.Access;
using EStation.Identity;
using EStation.People;
using EStation.Stations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Accounts;

/// <summary>
/// Every night, as long as a previous master secret is named: writes by the current one what is still written by the other. When nothing is
/// left, the previous one may go. Otherwise the next rotation would make everybody unknown who has not come back meanwhile.
/// </summary>
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
