using EStation.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Backups;

/// <summary>In the night, from 2:40 in Shanghai. Each hour goes on with what an earlier run has not finished; a whole backup is told.</summary>
public sealed class BackUpTables(Backup backup, TimeProvider time, ILogger<BackUpTables> logger)
{
    [Function(nameof(BackUpTables))]
    public async Task Run([TimerTrigger("0 40 18-23 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var day = Day.Of(time.Now());
        var (parts, rows) = await backup.RunAsync(day, cancellation);
        Measures.Backups.Add(1);
        logger.LogInformation("The backup of {Day} is whole: {Parts} parts with {Rows} rows were added", day, parts, rows);
    }
}
