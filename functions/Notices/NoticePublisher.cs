using EStation.Ledger;

namespace EStation.Notices;

/// <summary>Prepares how many people have read a notice, and how many messages about it were taken.</summary>
public sealed class NoticePublisher(NoticeCountTable counts) : Publisher<string>(NoticeCells.Kind)
{
    protected override Task PublishAsync(IReadOnlyList<Change<string>> changes) =>
        ForEachAsync(changes, change => counts.PublishAsync(change.Key, change.ChangedIn));
}
