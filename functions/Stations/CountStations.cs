using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Stations;

/// <summary>
/// Every night, before the figures are recounted: counts stations that were certified by a request which died before it could count them.
/// The directory and the ledger are two writes, and the reviewer may never come again.
/// </summary>
public sealed class CountStations(StationTable stations, ILogger<CountStations> logger)
{
    [Function(nameof(CountStations))]
    public async Task Run([TimerTrigger("0 15 19 * * *")] TimerInfo timer)
    {
        if (await stations.CountMissingAsync() is > 0 and var counted)
            logger.LogWarning("Counted {Counted} stations that were certified and had not been counted", counted);
    }
}
