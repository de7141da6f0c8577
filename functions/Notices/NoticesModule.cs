using EStation.Inbox;
using EStation.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Notices;

/// <summary>The inbox that people read, and notices to places.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
            .AddSingleton<OwnInbox>()
            .AddSingleton<PlaceNotices>()
            .AddSingleton<PlaceTable>()
            .AddSingleton<NoticeTable>()
            .AddSingleton<NoticeCountTable>()
            .AddSingleton<SenderTable>()
            .AddSingleton<ReadTable>()
            .AddSingleton<Previews>()
            .AddSingleton<Placing>()
            .AddTellings(NoticeTellings.Kinds)
            .AddGroup<NoticeGroup>()
            .AddNews<NoticesRead>()
            .AddNews<NoticeDelivered>()
            .AddPublisher<NoticePublisher>();
}
