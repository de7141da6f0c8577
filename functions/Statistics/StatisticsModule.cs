using EStation.Ledger;
using EStation.Statistics.Coverage;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;
using EStation.Statistics.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics;

/// <summary>Pages of figures, disclosure control, coverage, and the comparison of totals with records.</summary>
public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services
            .AddSingleton<PageTable>()
            .AddSingleton<DisclosureTable>()
            .AddSingleton<YearDisclosure>()
            .AddSingleton<PublicFigures>()
            .AddSingleton<DayTotalsTable>()
            .AddSingleton<Reconciler>()
            .AddSingleton<ReconciliationTable>()
            .AddSingleton<CoverageSources>()
            .AddSingleton<CoverageTable>()
            .AddPublisher<PagePublisher>()
            .AddPublisher<CoveragePublisher>();
}
