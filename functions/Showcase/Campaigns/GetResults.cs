using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Campaigns;

/// <param name="Award">Provisional until the result is final.</param>
public sealed record ResultEntry(
    int Rank,
    VideoId Id,
    string Title,
    Text Theme,
    RegionCode Region,
    string Author,
    int Votes,
    double? Score,
    int Scores,
    Text? Award
);

/// <summary>How a campaign ends, or stands.</summary>
/// <param name="State">voting, jury, then public (公示) until it is final.</param>
public sealed record ResultsResponse(
    string Campaign,
    ResultState State,
    DateTimeOffset JuryClosesAt,
    DateTimeOffset FinalAt,
    IReadOnlyList<ResultEntry> Items,
    string? Next
);

/// <summary>The ranking of a campaign: the jury's order of those that the public voted to the front, then the others by votes.</summary>
public sealed class GetResults(CampaignTable campaigns, RankingTable rankings, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(30);

    [Function(nameof(GetResults))]
    [Access(Needs.Nothing)]
    [Answers<ResultsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{id}/results")] HttpRequest request,
        string id
    )
    {
        if (await campaigns.FindAsync(id) is not { } campaign)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var ranking = await rankings.FindAsync(ListKey.Votes(campaign.Id));
        var state = campaign.ResultAt(time.Now());
        // While the jury is at it, its scores are its own.
        var shown = state is ResultState.Public or ResultState.Final;
        var order = shown ? ranking.ByJury(campaign.JuryTop) : ranking.Entries.Take(Ranking.Shown);
        var entries = order.Select((entry, at) => EntryOf(entry, at, shown, campaign));
        var list = page.Take(entries, entry => Paging.Place(entry.Rank));
        var response = new ResultsResponse(campaign.Id, state, campaign.JuryClosesAt, campaign.FinalAt, list.Items, list.Next);
        return Answer.Public(response, Cacheable);
    }

    private static ResultEntry EntryOf(Ranked entry, int at, bool shown, Campaign campaign) =>
        new(
            at + 1,
            entry.Card.Id,
            entry.Card.Title,
            entry.Card.Theme,
            entry.Card.Village,
            entry.Card.Author,
            entry.Tally.Votes,
            shown ? entry.MeanScore : null,
            shown ? entry.Tally.Scores : 0,
            shown ? campaign.AwardAt(at) : null
        );
}
