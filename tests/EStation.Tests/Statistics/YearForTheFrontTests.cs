using System.Diagnostics;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>The generator as a command of its own: dashboards have something to show.</summary>
public class YearForTheFrontTests(TestStorage storage)
{
    private static readonly string[] Metrics = ["peopleRegistered", "contestEntries", "trainingSignUps", "videoViews", "stationsCertified"];

    [Fact]
    public async Task The_command_fills_a_storage_with_a_year_and_publishes_it()
    {
        var account = storage.NewAccount();
        var start = HostProcess.Command(account, Path.GetTempPath(), new Dictionary<string, string>());
        start.ArgumentList.Clear();
        foreach (
            var argument in new[]
            {
                start.WorkingDirectory.Replace("EStation.Functions", "EStation.Generator", StringComparison.Ordinal)
                    + "EStation.Generator.dll",
                "1000",
                "2025",
            }
        )
            start.ArgumentList.Add(argument);
        using var generator = Process.Start(start)!;
        var said = await Task.WhenAll(generator.StandardOutput.ReadToEndAsync(), generator.StandardError.ReadToEndAsync());
        await generator.WaitForExitAsync();
        Assert.True(generator.ExitCode == 0, string.Concat(said));

        await using var host = await TestHost.StartAsync(storage, connectionString: account);
        var statistics = await Farmer.JsonOf(await host.Http.GetAsync("api/statistics/22?period=year&from=2025&to=2025"));
        var metrics = statistics["series"]![0]!["metrics"]!.AsObject();
        Assert.All(Metrics, metric => Assert.True((int)metrics[metric]!["total"]! > 0, metric));
    }
}
