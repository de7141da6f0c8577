using Microsoft.Extensions.DependencyInjection;

namespace EStation.Today;

/// <summary>The first page.</summary>
public static class TodayModule
{
    public static IServiceCollection AddToday(this IServiceCollection services) =>
        services.AddSingleton<UnreadCount>().AddSingleton<FirstPage>();
}
