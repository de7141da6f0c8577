using System.Text.Json.Serialization;
using EStation.Showcase.Uploads;

namespace EStation.Showcase.Campaigns;

/// <summary>A call for videos: its themes, its limits, its vote and its jury.</summary>
/// <param name="Themes">A theme is known by its Chinese text.</param>
/// <param name="JuryTop">So many with the most votes go to the jury.</param>
/// <param name="JuryClosesAt">Until then the jury scores.</param>
/// <param name="FinalAt">Until then the result is shown publicly (公示), to be objected to.</param>
public sealed record Campaign(
    string Id,
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
    [JsonIgnore]
    public VideoLimits Limits => new(MaxSeconds, MaxBytes);

    public CampaignState StateAt(DateTimeOffset now) =>
        now < OpensAt ? CampaignState.Upcoming
        : now < ClosesAt ? CampaignState.Open
        : CampaignState.Closed;

    public bool TakesVotesAt(DateTimeOffset now) => now >= VotingOpensAt && now < VotingClosesAt;

    /// <summary>When voting ends at midnight, it is the day before.</summary>
    [JsonIgnore]
    public Day LastVotingDay => Day.Of(VotingClosesAt.AddTicks(-1));

    public bool TakesScoresAt(DateTimeOffset now) => now >= VotingClosesAt && now < JuryClosesAt;

    public ResultState ResultAt(DateTimeOffset now) =>
        now < VotingClosesAt ? ResultState.Voting
        : now < JuryClosesAt ? ResultState.Jury
        : now < FinalAt ? ResultState.Public
        : ResultState.Final;

    /// <summary>What a place in the ranking, from 0, is awarded.</summary>
    public Text? AwardAt(int place)
    {
        foreach (var award in Awards)
        {
            if (place < award.Count)
                return award.Name;
            place -= award.Count;
        }

        return null;
    }

    /// <summary>The theme that somebody names in any of its languages.</summary>
    public Text? FindTheme(string name) =>
        Themes.FirstOrDefault(theme => Enum.GetValues<Language>().Any(language => theme.Own(language) == name));
}

/// <summary>Whether videos are taken.</summary>
public enum CampaignState
{
    Upcoming,
    Open,
    Closed,
}

/// <summary>How far the result has come.</summary>
public enum ResultState
{
    Voting,
    Jury,
    Public,
    Final,
}

/// <summary>So many of the ranking, from where the award before ends.</summary>
public sealed record Award(Text Name, int Count);
