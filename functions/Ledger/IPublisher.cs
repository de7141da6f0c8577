namespace EStation.Ledger;

/// <summary>Prepares the documents of one kind for reading. Preparing one again from the same totals must give the same.</summary>
public interface IPublisher
{
    bool Takes(DirtyMark mark);

    /// <summary>Publishes what the marks name and everything above it; the marks are taken away after that.</summary>
    Task PublishAsync(IReadOnlyCollection<DirtyMark> marks);
}
