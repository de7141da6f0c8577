using EStation.Http;
using EStation.Inbox;
using EStation.People;

namespace EStation.Notices;

/// <summary>A person's inbox: one range of the person's own rows, and one row for what was read.</summary>
public sealed class OwnInbox(InboxTable inbox, TellingKinds kinds)
{
    /// <summary>More than these are not counted.</summary>
    private const int MostUnread = 100;

    public async Task<InboxResponse> ReadAsync(Person person, Paging page)
    {
        var isFirst = page.After is null;
        var count = isFirst ? Math.Max(page.Limit + 1, MostUnread) : page.Limit + 1;
        var read = inbox.FindStateAsync(person.Id);
        var own = (await inbox.ReadAsync(person.Id, page.After, count)).Select(telling => (Key: InboxTable.KeyOf(telling.At, telling.Id), Telling: telling)).ToList();
        var upTo = (await read).ReadUpTo ?? DateTimeOffset.MinValue;
        var items = own.Take(page.Limit).Select(one => ItemOf(one.Telling, upTo)).OfType<InboxItemResponse>();
        var next = own.Count > page.Limit ? Paging.CursorOf(own[page.Limit - 1].Key) : null;
        int? unread = isFirst ? own.Count(one => one.Telling.At > upTo) : null;
        return new InboxResponse([.. items], next, unread is { } some ? Math.Min(some, MostUnread) : null);
    }

    private InboxItemResponse? ItemOf(Telling telling, DateTimeOffset upTo) =>
        kinds.Find(telling.Kind) is { } kind
            ? new InboxItemResponse(
                telling.Id,
                kind.Name,
                kind.Title,
                TellingKind.Fill(kind.Text, telling.Parameters),
                telling.At,
                telling.Link,
                telling.At <= upTo
            )
            : null;
}
