using Microsoft.Extensions.DependencyInjection;

namespace EStation.Notices;

/// <summary>The inbox that people read, and notices to places.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<OwnInbox>();
}
