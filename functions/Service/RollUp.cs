using EStation.Ledger;
using EStation.Regions;
using EStation.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <summary>Folds the news of every county into its totals and publishes the changes, once a minute.</summary>
public sealed class RollUp(Divisions divisions, Ledger.RollUp ledger)
{
    [Function(nameof(RollUp))]
    public async Task Run([TimerTrigger("%RollUpSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        await ledger.RunAsync(divisions.Counties.Select(county => (Partition)county));
        Measures.RollUps.Add(1);
    }
}
