using EStation.Ledger;
using EStation.Messages;
using EStation.Privacy;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Inbox;

/// <summary>The one way to tell people something: stored with the deed, shown in the inbox, sent where that is wanted.</summary>
public static class InboxModule
{
    public static IServiceCollection AddInbox(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(InboxOptions.Read(read))
            .AddMessage(TellingKinds.Several)
            .AddSingleton<TellingKinds>()
            .AddSingleton<TellingTable>()
            .AddSingleton<InboxTable>()
            .AddSingleton<Readers>()
            .AddSingleton<Sender>()
            .AddSingleton<Delivery>()
            .AddSingleton<IPersonalData, InboxData>()
            .AddNews<TellingStored>()
            .AddPublisher<TellingPublisher>();

    /// <summary>Registers kinds of tellings.</summary>
    public static IServiceCollection AddTellings(this IServiceCollection services, IEnumerable<TellingKind> kinds)
    {
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
            if (kind.Message is { } message)
                services.AddMessage(message);
        }

        return services;
    }

    /// <summary>Registers a group of people who can be told together.</summary>
    public static IServiceCollection AddGroup<T>(this IServiceCollection services)
        where T : class, IGroup => services.AddSingleton<IGroup, T>();
}
