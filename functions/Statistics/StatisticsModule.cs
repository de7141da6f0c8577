using EStation.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics;

public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services
            .AddSingleton<PageTable>()
            .AddSingleton<DisclosureTable>()
            .AddSingleton<Disclosure>()
            .AddSingleton<PublicFigures>()
            .AddSingleton<DayTotalsTable>()
            .AddSingleton<Reconciliation>()
            .AddSingleton<ReconciliationTable>()
            .AddSingleton<CoverageSources>()
            .AddSingleton<CoverageTable>()
            .AddPublisher<PagePublisher>()
            .AddPublisher<CoveragePublisher>();
}
