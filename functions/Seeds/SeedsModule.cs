using EStation.Settings;
using EStation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Seeds;

public static class SeedsModule
{
    public static IServiceCollection AddSeeds(this IServiceCollection services, SettingReader read) =>
        services.AddSingleton(SeedsOptions.Read(read)).AddSingleton<IPrepare, LoadSeeds>();
}
