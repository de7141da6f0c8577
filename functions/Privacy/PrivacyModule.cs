using Microsoft.Extensions.DependencyInjection;

namespace EStation.Privacy;

/// <summary>Erasure, over the <see cref="IPersonalData"/> that features register.</summary>
public static class PrivacyModule
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<ErasureTable>().AddSingleton<Erasures>();
}
