using EStation.Access;
using EStation.Accounts;
using EStation.Backups;
using EStation.Contests;
using EStation.Front;
using EStation.Http;
using EStation.Inbox;
using EStation.Messages;
using EStation.Notices;
using EStation.People;
using EStation.Privacy;
using EStation.Receipts;
using EStation.Regions;
using EStation.Seeds;
using EStation.Service;
using EStation.Settings;
using EStation.Showcase;
using EStation.Stations;
using EStation.Statistics;
using EStation.Storage;
using EStation.Telemetry;
using EStation.Today;
using EStation.Trainings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EStation;

public static class Composition
{
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddEStation(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<ReadyMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        // Filtered here, since logs reach the host before host.json does: ASP.NET Core's line per request costs a third of the CPU.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        // Each verb has its own limit and answers 413; Kestrel would close the connection while the host still forwards the body.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var read = new SettingReader(builder.Configuration);
        read.CheckReferences();
        ScheduleSettings.Check(read);
        // The roll-up runs publishers in this order. Statistics are last, so that boards are published first.
        builder
            .Services.AddTelemetry(TelemetryOptions.Read(read))
            .AddSingleton(SiteOptions.Read(read))
            .AddSingleton(FrontDoorOptions.Read(read))
            .AddSingleton<ClientAddress>()
            .AddSingleton<Site>()
            .AddSingleton(Divisions.Listed)
            .AddSingleton<PlaceIndex>()
            .AddStorage(read)
            .AddMessages(read)
            .AddPeople(read)
            .AddPrivacy(read)
            .AddInbox(read)
            .AddAccess(read)
            .AddAccounts(read)
            .AddContests()
            .AddTrainings()
            .AddShowcase(read)
            .AddStations()
            .AddNotices()
            .AddToday()
            .AddStatistics()
            .AddReceipts(read)
            .AddBackups()
            .AddSeeds(read)
            .CheckMessages(read)
            .TryAddSingleton(TimeProvider.System);
    }
}
