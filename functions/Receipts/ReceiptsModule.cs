using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Receipts;

/// <summary>Delivery receipts of messages.</summary>
public static class ReceiptsModule
{
    public static IServiceCollection AddReceipts(this IServiceCollection services, SettingReader read) =>
        services.AddSingleton(ReceiptsOptions.Read(read));
}
