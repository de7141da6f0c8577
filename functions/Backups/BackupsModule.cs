using Microsoft.Extensions.DependencyInjection;

namespace EStation.Backups;

public static class BackupsModule
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services.AddSingleton<Backup>();
}
