using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Stations;

/// <summary>Every night, before the recount of the figures: counts certified stations whose request failed between the directory and the
/// ledger, which are two writes.</summary>
public sealed class CountStations(StationTable stations, ILogger<CountStations> logger)
{
    [Function(nameof(CountStations))]
    public async Task Run([TimerTrigger("0 15 19 * * *")] TimerInfo timer)
    {
        if (await stations.CountMissingAsync() is > 0 and var counted)
            logger.LogWarning("Counted {Counted} stations that were certified and had not been counted", counted);
    }
}
