using EStation.People;
using EStation.Privacy;
using EStation.Regions;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Reactions;
using EStation.Showcase.Reviews;

namespace EStation.Showcase;

/// <summary>Erases a person's videos and the texts about others' videos. Likes, views, votes and scores stay counted, under an id that
/// leads to no person.</summary>
public sealed class VideoData(
    VideoTable videos,
    OwnVideos own,
    CampaignTable campaigns,
    ReactionTable reactions,
    JudgementTable judgements,
    PhoneTable phones,
    TimeProvider time
) : IPersonalData
{
    public string Name => "videos";

    public async Task<object?> ExportAsync(Person person)
    {
        var county = person.Place?.County;
        var mine = county is { } ledger ? await videos.ReadOwnAsync(ledger, person.Id) : [];
        return new
        {
            Own = mine.Where(video => video.State != VideoState.Erased).Select(video => OwnVideoResponse.Of(video, time.Now())),
            Reactions = county is { } home ? await reactions.ReadOwnAsync(home, person.Id) : [],
            Reports = (await judgements.ReadOwnReportsAsync(person.Id)).Select(own => new
            {
                own.Video,
                own.Report.Reason,
                own.Report.Text,
                own.Report.At,
            }),
            Scores = (await judgements.ReadOwnScoresAsync(person.Id)).Select(own => new { own.Video, own.Score }),
        };
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is { } county)
        {
            await KeepVotesAsync(county, erasure);
            await own.EraseAllAsync(county, erasure.Person);
        }

        await judgements.ForgetAsync(erasure.Person);
    }

    // Keeps the number of votes, not the videos, so that a new account gets no second votes. It covers the days of every instance's clock
    // while the old token is valid, and all campaigns, because their times may change.
    private async Task KeepVotesAsync(RegionCode county, Erasure erasure)
    {
        var now = time.Now();
        var days = new[] { now - Erasure.ClocksDiffer, now, now + Erasure.ClocksDiffer }.Select(Day.Of).Distinct().ToList();
        foreach (var campaign in await campaigns.ListFreshAsync())
        {
            foreach (var day in days)
            {
                var votes = await reactions.CloseVotesAsync(county, erasure.Person, campaign, day);
                var until = day.End + Erasure.ClocksDiffer;
                await phones.KeepAsync(erasure, EarlierUse.VotesIn(campaign.Id, day), Enumerable.Repeat(day, votes), until);
            }
        }
    }
}
