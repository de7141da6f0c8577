using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Messages;

public static class MessagesModule
{
    public static IServiceCollection AddMessages(this IServiceCollection services, SettingReader read)
    {
        var options = MessagesOptions.Read(read);
        return options.Outlet switch
        {
            Outlet.Http => services
                .AddSingleton(options.Gateway!)
                .AddSingleton<HttpMessageHandler>(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
                .AddSingleton<IMessages, HttpMessages>(),
            _ => services.AddSingleton<LocalMessages>().AddSingleton<IMessages>(provider => provider.GetRequiredService<LocalMessages>()),
        };
    }
}
