namespace EStation.Showcase.Campaigns;

/// <summary>A campaign, for everybody.</summary>
public sealed record CampaignResponse(
    string Id,
    CampaignState State,
    ResultState Result,
    Text Title,
    IReadOnlyList<Text> Themes,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset VotingOpensAt,
    DateTimeOffset VotingClosesAt,
    int MaxSeconds,
    long MaxBytes,
    int VotesPerDay,
    int JuryTop,
    DateTimeOffset JuryClosesAt,
    DateTimeOffset FinalAt,
    IReadOnlyList<Award> Awards
)
{
    public static CampaignResponse Of(Campaign campaign, DateTimeOffset now) =>
        new(
            campaign.Id,
            campaign.StateAt(now),
            campaign.ResultAt(now),
            campaign.Title,
            campaign.Themes,
            campaign.OpensAt,
            campaign.ClosesAt,
            campaign.VotingOpensAt,
            campaign.VotingClosesAt,
            campaign.MaxSeconds,
            campaign.MaxBytes,
            campaign.VotesPerDay,
            campaign.JuryTop,
            campaign.JuryClosesAt,
            campaign.FinalAt,
            campaign.Awards
        );
}
