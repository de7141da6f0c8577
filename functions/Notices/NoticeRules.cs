namespace EStation.Notices;

/// <summary>Limits of a sender without a second administrator.</summary>
public static class NoticeRules
{
    /// <summary>Fewer people are no audience: a notice to them would single somebody out.</summary>
    public const int FewestPeople = 5;
    public const int MostPlaces = 100;
    public const int MostNoticesADay = 100;
    private const int MostPhones = 200;
    private const int MostInboxes = 2_000;

    /// <summary>Whether a notice needs a second one's approval: what was sent today without it adds up.</summary>
    public static bool NeedsApproval(SenderDay day, NoticeChannel channel, int reaches) =>
        day.UsedOf(channel) + reaches > (channel == NoticeChannel.Message ? MostPhones : MostInboxes);

    /// <summary>A count as others may see it: rounded down to tens.</summary>
    public static int Rounded(int count) => count - (count % 10);
}

public sealed record SenderDay(IReadOnlyList<SentNotice> Notices)
{
    public static readonly SenderDay None = new([]);

    public int UsedOf(NoticeChannel channel) =>
        Notices.Where(notice => notice.Channel == channel && !notice.IsWaiting).Sum(notice => notice.Reaches);
}

/// <param name="Content">A hash of what was sent: the same again on the same day is the same notice.</param>
public sealed record SentNotice(
    string Content,
    string Id,
    DateTimeOffset At,
    NoticeChannel Channel,
    int Reaches,
    bool IsWaiting,
    int Shows
);
