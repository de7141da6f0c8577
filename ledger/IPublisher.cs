namespace EStation.Ledger;

/// <summary>Prepares the documents of one kind for reading. Publishing again from the same totals must give the same document.</summary>
public interface IPublisher
{
    bool Takes(DirtyMark mark);

    /// <summary>Publishes the documents of the marks, and all documents above them. The marks are deleted after that.</summary>
    Task PublishAsync(IReadOnlyCollection<DirtyMark> marks);
}
