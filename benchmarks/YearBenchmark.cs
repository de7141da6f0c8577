using System.Diagnostics;
using System.Globalization;
using EStation.Generator;
using EStation.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Benchmarks;

/// <summary>A year of the province through ledger, fold and publishing; then a tick after a thousand facts more.</summary>
internal sealed class YearBenchmark : IBenchmark
{
    private const int More = 1_000;

    public string Name => "year";

    public async Task RunAsync(Stage stage, Report report)
    {
        var section = report.Add("Year", "facts", "stored in s", "published in s", "1,000 more in s");
        foreach (var facts in stage.Quick ? [1_000] : new[] { 5_000, 20_000 })
        {
            await using var app = await LocalApp.StartAsync(
                new Dictionary<string, string?> { ["AzureWebJobsStorage"] = stage.NewAccount() }
            );
            var stored = await StoreAsync(app, new ProvinceSize(facts));
            var published = await PublishAsync(app);
            await StoreAsync(app, new ProvinceSize(More, Seed: 2));
            var again = await PublishAsync(app);
            Progress.Say($"{Name}: {facts} facts stored in {stored}, published in {published}");
            section.Row(facts, Seconds(stored), Seconds(published), Seconds(again));
        }

        section.Note(
            "Registrations, attempts, trainings, videos and stations of a generated year, over 60 counties and 1,000 towns. Azurite searches all it holds, so it slows down with what is stored; Azure does not."
        );
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture);

    private static Task<TimeSpan> StoreAsync(LocalApp app, ProvinceSize size) =>
        TimeAsync(() =>
            ActivatorUtilities
                .CreateInstance<Loader>(app.Services)
                .StoreAsync(new Province(size, app.Services.GetRequiredService<Divisions>()).Facts())
        );

    private static Task<TimeSpan> PublishAsync(LocalApp app) =>
        TimeAsync(() => ActivatorUtilities.CreateInstance<EStation.Service.RollUp>(app.Services).Run(new(), CancellationToken.None));

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }
}
