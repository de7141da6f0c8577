using EStation.Ledger;
using EStation.Settings;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EStation.Storage;

public static class StorageModule
{
    private const int CacheEntries = 200_000;

    public static IServiceCollection AddStorage(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(StorageOptions.Read(read))
            .AddSingleton<StorageAccounts>()
            .AddSingleton(provider => provider.GetRequiredService<StorageAccounts>().Ledgers)
            .AddLedger()
            .AddMemoryCache()
            .AddSingleton<IConfigureOptions<MemoryCacheOptions>>(provider => new ConfigureOptions<MemoryCacheOptions>(cache =>
            {
                cache.SizeLimit = CacheEntries;
                cache.Clock = new CacheClock(provider.GetRequiredService<TimeProvider>());
            }))
            .AddSingleton<StorageProbe>()
            .AddSingleton<Preparation>()
            .AddHostedService(provider => provider.GetRequiredService<Preparation>())
            .AddSingleton<IPrepare, CreateStorage>();
}
