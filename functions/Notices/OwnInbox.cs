using EStation.Http;
using EStation.Inbox;
using EStation.People;

namespace EStation.Notices;

/// <summary>
/// A person's inbox: one range of the person's own rows, one row for what was read, and the documents of the places. Later pages read the
/// places' older pages too.
/// </summary>
public sealed class OwnInbox(InboxTable inbox, PlaceNotices places, TellingKinds kinds)
{
    /// <summary>More than these are not counted.</summary>
    private const int MostUnread = 100;

    private sealed record Entry(string Key, InboxItemResponse Item);

    public Task<InboxResponse> ReadAsync(Person person, Paging page) =>
        page.After is { } after ? ReadAfterAsync(person, after, page.Limit) : ReadFirstAsync(person, page.Limit);

    private async Task<InboxResponse> ReadFirstAsync(Person person, int limit)
    {
        var state = inbox.FindStateAsync(person.Id);
        var live = places.ReadLiveAsync(person);
        var own = await inbox.ReadAsync(person.Id, after: null, Math.Max(limit + 1, MostUnread));
        var (notices, complete) = await live;
        var upTo = (await state).ReadUpTo ?? DateTimeOffset.MinValue;
        var all = Merge(own, notices, upTo);
        // Beyond this key an older page of a place may have more: the next page looks there.
        var sure = complete is null ? all : all.FindAll(entry => string.CompareOrdinal(entry.Key, complete) <= 0);
        var items = sure.Take(limit).ToList();
        var next =
            sure.Count > limit ? items[^1].Key
            : complete is not null || all.Count > sure.Count ? complete
            : null;
        var unread = Math.Min(all.Count(entry => !entry.Item.Read), MostUnread);
        return new InboxResponse([.. items.Select(entry => entry.Item)], next is null ? null : Paging.CursorOf(next), unread);
    }

    private async Task<InboxResponse> ReadAfterAsync(Person person, string after, int limit)
    {
        var state = inbox.FindStateAsync(person.Id);
        var notices = places.ReadAfterAsync(person, after, limit + 1);
        var own = await inbox.ReadAsync(person.Id, after, limit + 1);
        var all = Merge(own, await notices, (await state).ReadUpTo ?? DateTimeOffset.MinValue);
        var items = all.Take(limit).ToList();
        var next = all.Count > limit ? Paging.CursorOf(items[^1].Key) : null;
        return new InboxResponse([.. items.Select(entry => entry.Item)], next, Unread: null);
    }

    private List<Entry> Merge(IEnumerable<Telling> own, IEnumerable<PlacedNotice> notices, DateTimeOffset upTo) =>
        [
            .. own.Select(telling => EntryOf(telling, upTo))
                .OfType<Entry>()
                .Concat(notices.Select(notice => EntryOf(notice, upTo)))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal),
        ];

    private Entry? EntryOf(Telling telling, DateTimeOffset upTo) =>
        kinds.Find(telling.Kind) is { } kind
            ? new Entry(
                InboxTable.KeyOf(telling.At, telling.Id),
                new InboxItemResponse(
                    telling.Id,
                    kind.Name,
                    kind.Title,
                    TellingKind.Fill(kind.Text, telling.Parameters),
                    telling.At,
                    telling.Link,
                    telling.At <= upTo
                )
            )
            : null;

    private static Entry EntryOf(PlacedNotice notice, DateTimeOffset upTo) =>
        new(
            notice.Key,
            new InboxItemResponse(notice.Id, NoticeTellings.Kind, notice.Title, notice.Text, notice.At, Link: null, notice.At <= upTo)
        );
}
