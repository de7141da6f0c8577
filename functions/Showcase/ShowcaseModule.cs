using EStation.Counting;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Privacy;
using EStation.Settings;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Reactions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Tellings;
using EStation.Showcase.Uploads;
using EStation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Showcase;

public static class ShowcaseModule
{
    public static IServiceCollection AddShowcase(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(FilmOptions.Read(read))
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
            .AddSingleton<Reporting>()
            .AddSingleton<VideoResponses>()
            .AddSingleton<VideoCards>()
            .AddSingleton<NewestVideo>()
            .AddSingleton<IPersonalData, VideoData>()
            .AddSingleton<IRecount, VideoRecount>()
            .AddTellings(VideoTellings.Kinds)
            .AddGroup<ReportersGroup>()
            .AddNews<VideoSubmitted>()
            .AddNews<VideoPublished>()
            .AddNews<VideoChanged>()
            .AddNews<VideoViewed>()
            .AddNews<VideoLiked>()
            .AddNews<VideoVoted>()
            .AddNews<VideoScored>()
            .AddNews<VideoReported>()
            .AddPublisher<VideoPublisher>();
}
