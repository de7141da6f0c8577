using System.Globalization;

namespace EStation.Benchmarks;

/// <summary>Checks that a first visit costs the same after many earlier ones.</summary>
internal sealed class FirstVisitBenchmark : IBenchmark
{
    private const int AtOnce = 32;

    public string Name => "visits";

    public async Task RunAsync(Stage stage, Report report)
    {
        var (rounds, visits) = stage.Quick ? (2, 300) : (14, 1_500);
        await using var scene = await Scene.SetAsync(
            stage,
            counties: 1,
            people: 1,
            contests: [],
            new Dictionary<string, string> { ["SignIn:MessagesPerDay"] = "100000" }
        );
        var lines = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Connection.OpenAsync(scene.Host.Address)));
        var section = report.Add(
            "First visits",
            "have come before",
            "a second",
            "p50 ms",
            "p95 ms",
            "answers 503",
            "worker µs",
            "table µs"
        );
        for (var round = 0; round < rounds; round++)
        {
            var meter = stage.Meter(scene.Host);
            var busy = lines.Sum(line => line.Busy);
            var load = await FirstVisits.RunAsync(lines, scene.ConnectionString, round * visits, visits);
            var cpu = meter.Read().Cpu;
            section.Row(
                round * visits,
                Text(load.PerSecond),
                Text(load.Within(0.5)),
                Text(load.Within(0.95)),
                lines.Sum(line => line.Busy) - busy,
                Text(cpu["worker"].TotalMicroseconds / visits),
                Text(cpu["table"].TotalMicroseconds / visits)
            );
            Progress.Say($"{Name}: {round * visits} before: {load.PerSecond:N0}/s");
        }

        section.Note($"Code, sign-in and profile, {AtOnce} at once, 30 behind an address; the day's budget of messages is raised.");
        Array.ForEach(lines, line => line.Dispose());
    }

    private static string Text(double figure) => figure.ToString("N0", CultureInfo.InvariantCulture);
}
