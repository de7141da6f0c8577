using EStation.People;
using EStation.Privacy;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>
/// Somebody's videos go with that person, and so does what was written about others'; likes, views, votes and scores stay counted, under an
/// id that leads to nobody.
/// </summary>
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

    // How many, not for which: today's votes are not given a second time to whoever signs up anew.
    private async Task KeepVotesAsync(RegionCode county, Erasure erasure)
    {
        var now = time.Now();
        var today = Day.Of(now);
        foreach (var campaign in (await campaigns.ListAsync()).Where(campaign => campaign.TakesVotesAt(now)))
        {
            var votes = await reactions.CountVotesAsync(county, erasure.Person, campaign, today);
            await phones.KeepAsync(erasure, EarlierUse.VotesIn(campaign.Id, today), Enumerable.Repeat(today, votes), today.End);
        }
    }
}
