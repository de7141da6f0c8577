namespace EStation.Ledger;

/// <summary>A publisher of one kind of document: parses marks into keys, and publishes each key once.</summary>
public abstract class Publisher<TKey>(DocumentKind<TKey> kind, int atOnce = 4) : IPublisher
    where TKey : notnull
{
    public bool Takes(DirtyMark mark) => kind.TryParse(mark.Document, out _);

    public Task PublishAsync(IReadOnlyCollection<DirtyMark> marks) =>
        marks.Count == 0
            ? Task.CompletedTask
            : PublishAsync([
                .. marks
                    .GroupBy(mark => kind.TryParse(mark.Document, out var key) ? key : throw new ArgumentException(mark.Document))
                    .Select(change => new Change<TKey>(change.Key, [.. change.Select(mark => mark.Partition).Distinct()])),
            ]);

    protected abstract Task PublishAsync(IReadOnlyList<Change<TKey>> changes);

    /// <summary>Publishes level by level: the parents of a level are published after all of the level.</summary>
    /// <param name="parentOf">The key one level up; null at the top.</param>
    protected async Task ClimbAsync<TNode>(IEnumerable<TNode> keys, Func<TNode, TNode?> parentOf, Func<TNode, Task> publish)
        where TNode : struct
    {
        for (TNode[] level = Above(keys); level.Length > 0; level = Above(level))
            await ForEachAsync(level, publish);

        TNode[] Above(IEnumerable<TNode> below) => [.. below.Select(parentOf).OfType<TNode>().Distinct()];
    }

    protected Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> publish) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (item, _) => await publish(item));
}
