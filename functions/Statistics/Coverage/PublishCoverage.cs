using EStation.Regions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Coverage;

/// <summary>Publishes coverage every hour, because activities expire without news.</summary>
public sealed class PublishCoverage(CoveragePublisher publisher, Divisions divisions)
{
    [Function(nameof(PublishCoverage))]
    public Task Run([TimerTrigger("0 10 * * * *")] TimerInfo timer) => publisher.PublishAsync(divisions.Counties);
}
