using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

/// <param name="Id">Null in a preview.</param>
/// <param name="State">Null in a preview.</param>
/// <param name="Reaches">Rounded down to tens.</param>
public sealed record NoticeSentResponse(string? Id, NoticeState? State, int Reaches)
{
    public static NoticeSentResponse Of(Notice notice) => new(notice.Id, notice.State, notice.Shows);
}

/// <summary>A notice as officials of its places see it.</summary>
/// <param name="Reaches">How many people it reached when it was sent, rounded down to tens.</param>
/// <param name="IsOwn">The caller sent it.</param>
/// <param name="Delivered">Messages that the outlet took, and <paramref name="Read"/>, people who have read it: from 20 on.</param>
public sealed record NoticeResponse(
    string Id,
    NoticeState State,
    Text Title,
    Text Text,
    IReadOnlyList<RegionCode> Places,
    AudienceRule? Audience,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    NoticeChannel Channel,
    DateTimeOffset At,
    int Reaches,
    bool IsOwn,
    int? Delivered,
    int? Read
)
{
    public static NoticeResponse Of(Notice notice, string caller, NoticeCounts counts) =>
        new(
            notice.Id,
            notice.State,
            notice.Title,
            notice.Text,
            notice.Places,
            notice.Audience,
            notice.From,
            notice.Until,
            notice.Channel,
            notice.At,
            notice.Shows,
            notice.Sender == caller,
            NoticeCounts.Shown(counts.Delivered),
            NoticeCounts.Shown(counts.ReadBy)
        );
}
