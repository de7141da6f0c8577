using System.Text.Json.Serialization;
using EStation.Showcase.Uploads;

namespace EStation.Showcase.Campaigns;

/// <param name="Themes">The Chinese text identifies a theme.</param>
/// <param name="JuryTop">The number of videos with the most votes that go to the jury.</param>
/// <param name="FinalAt">Until then the result is public and open to objections (公示).</param>
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

    /// <summary>A vote that ends at midnight has the day before as its last.</summary>
    [JsonIgnore]
    public Day LastVotingDay => Day.Of(VotingClosesAt.AddTicks(-1));

    public bool TakesScoresAt(DateTimeOffset now) => now >= VotingClosesAt && now < JuryClosesAt;

    public ResultState ResultAt(DateTimeOffset now) =>
        now < VotingClosesAt ? ResultState.Voting
        : now < JuryClosesAt ? ResultState.Jury
        : now < FinalAt ? ResultState.Public
        : ResultState.Final;

    /// <summary>The award for a rank, starting at 0.</summary>
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

    /// <summary>Finds a theme by its name in any language.</summary>
    public Text? FindTheme(string name) =>
        Themes.FirstOrDefault(theme => Enum.GetValues<Language>().Any(language => theme.Own(language) == name));
}

public enum CampaignState
{
    Upcoming,
    Open,
    Closed,
}

public enum ResultState
{
    Voting,
    Jury,
    Public,
    Final,
}

/// <summary>An award for this many ranks after those of the award before.</summary>
public sealed record Award(Text Name, int Count);
