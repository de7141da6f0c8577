using Microsoft.Extensions.DependencyInjection;

namespace EStation.Ledger;

public static class LedgerModule
{
    public static IServiceCollection AddLedger(this IServiceCollection services) =>
        services
            .AddSingleton<NewsKinds>()
            .AddSingleton<LedgerTable>()
            .AddSingleton<LedgerWriter>()
            .AddSingleton<FoldTable>()
            .AddSingleton<Fold>()
            .AddSingleton<RollUp>();

    public static IServiceCollection AddNews<T>(this IServiceCollection services)
        where T : News => services.AddSingleton(new NewsKind(NewsKinds.KindOf(typeof(T)), typeof(T)));

    /// <summary>Registers a publisher. Publishers run in the order of their registration.</summary>
    public static IServiceCollection AddPublisher<T>(this IServiceCollection services)
        where T : class, IPublisher => services.AddSingleton<T>().AddSingleton<IPublisher>(provider => provider.GetRequiredService<T>());
}
