using EStation.Inbox;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Access;

/// <summary>Who is asking, which roles they have, and the audit of what they did with them.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(AccessOptions.Read(read))
            .AddSingleton<Callers>()
            .AddSingleton<GrantTable>()
            .AddSingleton<Roles>()
            .AddSingleton<Independence>()
            .AddSingleton<TellingOfRoles>()
            .AddTellings(RoleTellings.Kinds)
            .AddSingleton<AuditTable>()
            .AddSingleton<AuditLog>();
}
