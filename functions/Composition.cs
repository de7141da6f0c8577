using EStation.Audit;
using EStation.Banks;
using EStation.Contests;
using EStation.Front;
using EStation.Http;
using EStation.Identity;
using EStation.Ledger;
using EStation.Messages;
using EStation.People;
using EStation.Privacy;
using EStation.Regions;
using EStation.Seeds;
using EStation.Settings;
using EStation.Showcase;
using EStation.Stations;
using EStation.Statistics;
using EStation.Storage;
using EStation.Telemetry;
using EStation.Trainings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EStation;

/// <summary>Puts the system together.</summary>
public static class Composition
{
    private const int CacheEntries = 200_000;

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddEStation(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<ReadyMiddleware>();
        // Logs cross to the host before the levels of host.json filter them; ASP.NET Core's line for each request costs a third of the CPU.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        // Every verb has a limit of its own and answers 413; Kestrel would close the connection under a body that the host still forwards.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var read = new SettingReader(builder.Configuration);
        Schedules.Check(read);
        builder
            .Services.AddSingleton(StorageOptions.Read(read))
            .AddSingleton(SecretsOptions.Read(read))
            .AddSingleton(SignInOptions.Read(read))
            .AddSingleton(SeedsOptions.Read(read))
            .AddSingleton(SiteOptions.Read(read))
            .AddMessages(MessagesOptions.Read(read))
            .AddTelemetry(TelemetryOptions.Read(read))
            .AddMemoryCache()
            .AddStorage()
            .AddLedger()
            .AddPeople()
            .AddStations()
            .AddErasure()
            .AddContests()
            .AddStatistics()
            .AddSingleton<Site>()
            .AddTrainings()
            .AddShowcase()
            .TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IPrepare, LoadSeeds>();
        builder.Services.AddSingleton<Preparation>().AddHostedService(provider => provider.GetRequiredService<Preparation>());
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton<StorageAccounts>()
            .AddSingleton<IConfigureOptions<MemoryCacheOptions>>(provider => new ConfigureOptions<MemoryCacheOptions>(cache =>
            {
                cache.SizeLimit = CacheEntries;
                cache.Clock = new CacheClock(provider.GetRequiredService<TimeProvider>());
            }))
            .AddSingleton<StorageProbe>()
            .AddSingleton<IPrepare, CreateStorage>();

    private static IServiceCollection AddLedger(this IServiceCollection services) =>
        services.AddSingleton<LedgerTable>().AddSingleton<CountyLedgers>().AddSingleton<FoldTable>().AddSingleton<Fold>();

    private static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton(new Divisions())
            .AddSingleton<Identity.Secrets>()
            .AddSingleton<Tokens>()
            .AddSingleton<Pseudonyms>()
            .AddSingleton<PhoneVault>()
            .AddSingleton<Callers>()
            .AddSingleton<PersonTable>()
            .AddSingleton<PersonResponses>()
            .AddSingleton<GrantTable>()
            .AddSingleton<AuditTable>()
            .AddSingleton<Roles>()
            .AddSingleton<Registrations>()
            .AddSingleton<PhoneTable>()
            .AddSingleton<PlaceTable>()
            .AddSingleton<MessageBudget>()
            .AddSingleton<Challenges>()
            .AddSingleton<Proofs>()
            .AddSingleton<SignInLimits>();

    private static IServiceCollection AddMessages(this IServiceCollection services, MessagesOptions options) =>
        options.Outlet switch
        {
            Outlet.Http => services
                .AddSingleton(options.Gateway!)
                .AddSingleton<HttpMessageHandler>(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
                .AddSingleton<IMessages, HttpMessages>(),
            _ => services
                .AddSingleton<LocalMessages>()
                .AddSingleton<IMessages>(provider => provider.GetRequiredService<LocalMessages>())
                .AddSingleton<IPersonalData, MessageData>(),
        };

    private static IServiceCollection AddErasure(this IServiceCollection services) =>
        services
            .AddSingleton<ErasureTable>()
            .AddSingleton<Erasures>()
            .AddSingleton<IPersonalData, ProfileData>()
            .AddSingleton<IPersonalData, AttemptData>();

    private static IServiceCollection AddStations(this IServiceCollection services) =>
        services
            .AddSingleton<StationTable>()
            .AddSingleton<PublicistTable>()
            .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<PublicistTable>());

    private static IServiceCollection AddContests(this IServiceCollection services) =>
        services
            .AddSingleton<BankTable>()
            .AddSingleton<DraftTable>()
            .AddSingleton<DrawnBanks>()
            .AddSingleton<ContestTable>()
            .AddSingleton<Tickets>()
            .AddSingleton<AttemptTable>()
            .AddSingleton<AttemptMemory>()
            .AddSingleton<AttemptResponses>()
            .AddSingleton<BoardTable>()
            .AddSingleton<IPublisher, BoardPublisher>()
            .AddSingleton<QuestionTable>()
            .AddSingleton<IPublisher, QuestionPublisher>();

    private static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services
            .AddSingleton<PageTable>()
            .AddSingleton<DisclosureTable>()
            .AddSingleton<Disclosure>()
            .AddSingleton<PublicFigures>()
            .AddSingleton<IPublisher, PagePublisher>()
            .AddSingleton<IRecount, RegistrationRecount>()
            .AddSingleton<IRecount, TrainingRecount>()
            .AddSingleton<IRecount, AttemptRecount>()
            .AddSingleton<IRecount, StationRecount>()
            .AddSingleton<DayTotalsTable>()
            .AddSingleton<Reconciliation>()
            .AddSingleton<ReconciliationTable>()
            .AddSingleton<CoverageSources>()
            .AddSingleton<CoverageTable>()
            .AddSingleton<CoveragePublisher>()
            .AddSingleton<IPublisher>(services => services.GetRequiredService<CoveragePublisher>());

    private static IServiceCollection AddTrainings(this IServiceCollection services) =>
        services
            .AddSingleton<Officials>()
            .AddSingleton<TrainingTable>()
            .AddSingleton<TrainingLists>()
            .AddSingleton<EnrolmentTable>()
            .AddSingleton<Applications>()
            .AddSingleton<OwnEnrolments>()
            .AddSingleton<TrainingTickets>()
            .AddSingleton<EnrolmentResponses>()
            .AddSingleton<AttendanceTable>()
            .AddSingleton<FeedbackTable>()
            .AddSingleton<CertificateNumbers>()
            .AddSingleton<CertificateTable>()
            .AddSingleton<Roster>()
            .AddSingleton<IPersonalData, TrainingData>()
            .AddSingleton<Notices>()
            .AddSingleton<TrainingPublisher>()
            .AddSingleton<IPublisher>(services => services.GetRequiredService<TrainingPublisher>());

    private static IServiceCollection AddShowcase(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Sas(
                provider.GetRequiredService<StorageAccounts>().Blobs,
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<CampaignTable>()
            .AddSingleton<VideoTable>()
            .AddSingleton<OwnVideos>()
            .AddSingleton<Viewers>()
            .AddSingleton<VideoBlobs>()
            .AddSingleton<FilmCheck>()
            .AddSingleton<VideoDocuments>()
            .AddSingleton<VideoLists>()
            .AddSingleton<RankingTable>()
            .AddSingleton<ReactionTable>()
            .AddSingleton<JudgementTable>()
            .AddSingleton<VideoResponses>()
            .AddSingleton<IPersonalData, VideoData>()
            .AddSingleton<IRecount, VideoRecount>()
            .AddSingleton<VideoPublisher>()
            .AddSingleton<IPublisher>(provider => provider.GetRequiredService<VideoPublisher>());
}
