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
            Outlet.Http => services.AddGateway().AddSingleton(options.Gateway!).AddSingleton<IMessages, HttpMessages>(),
            Outlet.Aliyun => services.AddGateway().AddSingleton(options.Cloud!).AddSingleton<IMessages, AliyunMessages>(),
            Outlet.Tencent => services.AddGateway().AddSingleton(options.Cloud!).AddSingleton<IMessages, TencentMessages>(),
            _ => services.AddSingleton<LocalMessages>().AddSingleton<IMessages>(provider => provider.GetRequiredService<LocalMessages>()),
        };
    }

    /// <summary>A kind of message that a feature sends.</summary>
    public static IServiceCollection AddMessage(this IServiceCollection services, MessageTemplate template) =>
        services.AddSingleton(template);

    /// <summary>After all features have added theirs.</summary>
    /// <exception cref="SettingException">A kind of message has no approved template.</exception>
    public static IServiceCollection CheckMessages(this IServiceCollection services, SettingReader read)
    {
        MessagesOptions
            .Read(read)
            .Cloud?.Templates.Check(services.Select(service => service.ImplementationInstance).OfType<MessageTemplate>());
        return services;
    }

    private static IServiceCollection AddGateway(this IServiceCollection services) =>
        services
            .AddSingleton<HttpMessageHandler>(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .AddSingleton<GatewayLine>()
            .AddSingleton<GatewayTries>();
}
