using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Access;

public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(AccessOptions.Read(read))
            .AddSingleton<Callers>()
            .AddSingleton<GrantTable>()
            .AddSingleton<Roles>()
            .AddSingleton<AuditTable>()
            .AddSingleton<AuditLog>();
}
