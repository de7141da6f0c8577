using EStation.Counting;
using EStation.Ledger;
using EStation.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Stations;

/// <summary>Stations and publicists.</summary>
public static class StationsModule
{
    public static IServiceCollection AddStations(this IServiceCollection services) =>
        services
            .AddSingleton<StationTable>()
            .AddSingleton<NearestStations>()
            .AddSingleton<PublicistTable>()
            .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<PublicistTable>())
            .AddSingleton<IRecount, StationRecount>()
            .AddNews<StationCertified>();
}
