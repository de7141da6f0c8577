using System.Text.Json.Serialization;
using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

public enum NoticeChannel
{
    /// <summary>Shown in the inbox.</summary>
    Inbox,

    /// <summary>Shown in the inbox, and a message says that there is something to read.</summary>
    Message,
}

public enum NoticeState
{
    /// <summary>A second administrator has to approve it.</summary>
    Waiting,
    Sent,
    Withdrawn,
}

/// <summary>A notice of an official to places and an audience.</summary>
/// <param name="Id">Begins with the county, or the region above, in whose partition it is.</param>
/// <param name="Sender">By id.</param>
/// <param name="Scope">The smallest region that contains all its places.</param>
/// <param name="Reaches">How many people it reached when it was proposed. Never shown.</param>
/// <param name="Shows">The number of people that is shown.</param>
public sealed record Notice(
    string Id,
    string Sender,
    RegionCode Scope,
    Text Title,
    Text Text,
    IReadOnlyList<RegionCode> Places,
    AudienceRule? Audience,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    NoticeChannel Channel,
    DateTimeOffset At,
    int Reaches,
    NoticeState State,
    string? ApprovedBy = null,
    int Shows = 0
)
{
    [JsonIgnore]
    public PlacedNotice Placed => new(Id, Title, Text, Audience, From, Until, At);

    /// <summary>The smallest region that contains all of some places.</summary>
    public static RegionCode ScopeOf(IReadOnlyList<RegionCode> places) =>
        places[0].Upwards.First(region => places.All(place => region.Contains(place)));
}

/// <summary>A notice as a place's document has it.</summary>
public sealed record PlacedNotice(
    string Id,
    Text Title,
    Text Text,
    AudienceRule? Audience,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    DateTimeOffset SentAt
)
{
    /// <summary>When it appears.</summary>
    public DateTimeOffset At => From > SentAt ? From.Value : SentAt;

    public string Key => Inbox.InboxTable.KeyOf(At, Id);

    public bool HasEndedAt(DateTimeOffset now) => Until <= now;

    public bool IsFor(Resident reader, DateTimeOffset now) =>
        At <= now && !HasEndedAt(now) && (Audience is null || Audience.Includes(reader, Day.Of(now).Date.Year));
}
