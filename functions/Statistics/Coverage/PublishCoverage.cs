using EStation.Regions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Coverage;

/// <summary>Every hour: which towns and villages are reached. It changes with the days that go by, not only with news.</summary>
public sealed class PublishCoverage(CoveragePublisher publisher, Divisions divisions)
{
    [Function(nameof(PublishCoverage))]
    public Task Run([TimerTrigger("0 10 * * * *")] TimerInfo timer) => publisher.PublishAsync(divisions.Counties);
}
