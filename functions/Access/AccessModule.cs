using EStation.Inbox;
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
            .AddSingleton<Givers>()
            .AddSingleton<Independence>()
            .AddSingleton<TellingOfRoles>()
            .AddTellings(RoleTellings.Kinds)
            .AddSingleton<AuditTable>()
            .AddSingleton<AuditLog>();
}
