using EStation.People;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Accounts;

/// <summary>Every night: counts residents whose last change of the profile was not counted, as when a host died in between.</summary>
public sealed class CountResidents(PersonTable people, Residents residents, ILogger<CountResidents> logger)
{
    [Function(nameof(CountResidents))]
    public async Task Run([TimerTrigger("0 50 19 * * *")] TimerInfo timer) // 3:50 in Shanghai
    {
        var counted = 0;
        await foreach (var id in people.ListUncountedAsync())
        {
            if (await people.FindFreshAsync(id) is not { Registered: true } person)
                continue;
            await residents.FollowAsync(person);
            counted++;
        }

        if (counted > 0)
            logger.LogInformation("Counted {Residents} residents who were missing", counted);
    }
}
