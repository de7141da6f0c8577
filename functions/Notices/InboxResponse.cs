namespace EStation.Notices;

/// <summary>Something that a person is told: a telling of its own, or a notice to its places.</summary>
/// <param name="Kind">A kind of telling, or <c>notice</c>.</param>
/// <param name="Link">A page of the front, after its <c>#</c>.</param>
public sealed record InboxItemResponse(string Id, string Kind, Text Title, Text Text, DateTimeOffset At, string? Link, bool Read);

/// <param name="Unread">100 for more than 99; null on later pages.</param>
public sealed record InboxResponse(IReadOnlyList<InboxItemResponse> Items, string? Next, int? Unread);
