using EStation.Messages;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Privacy;

public static class PrivacyModule
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, SettingReader read)
    {
        services.AddSingleton<Erasures>();
        return MessagesOptions.Read(read).Outlet == Outlet.Local ? services.AddSingleton<IPersonalData, MessageData>() : services;
    }
}
