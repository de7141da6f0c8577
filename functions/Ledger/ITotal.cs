namespace EStation.Ledger;

/// <summary>A sum that news are added into. Adding must not depend on the order of the news.</summary>
public interface ITotal
{
    void Add(News news);

    /// <summary>The total as one property of a table row: at most 64 KiB.</summary>
    BinaryData Write();
}
