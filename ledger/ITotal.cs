namespace EStation.Ledger;

public interface ITotal
{
    void Add(News news);

    /// <summary>The total as one property of a row: at most 64 KiB.</summary>
    BinaryData Write();
}
