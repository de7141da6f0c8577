using EStation.Generator;
using EStation.Regions;
using EStation.Statistics.Coverage;
using EStation.Testing;
using EStation.Work;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics;

/// <summary>A host whose province has had a year, as far as it has gone.</summary>
internal static class FilledProvince
{
    public static async Task<TestHost> OpenAsync(TestStorage storage, int facts = 400)
    {
        var host = await Office.OpenAsync(storage);
        var size = new ProvinceSize(facts, Towns: 120, Year: Year(host));
        var happened = new Province(size, host.Get<Divisions>()).Facts().Where(fact => fact.At < host.Time.GetUtcNow());
        await ActivatorUtilities.CreateInstance<Loader>(host.Services).StoreAsync(happened);
        await host.RollUpAsync();
        await RunAsync<PublishCoverage>(host, timer => timer.Run(new()));
        return host;
    }

    public static int Year(TestHost host) => Day.Of(host.Time.GetUtcNow()).Date.Year;

    /// <summary>A timer, now.</summary>
    public static Task RunAsync<T>(TestHost host, Func<T, Task> run) =>
        run(ActivatorUtilities.CreateInstance<T>(host.Get<IServiceProvider>()));
}
