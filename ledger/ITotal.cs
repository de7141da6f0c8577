namespace EStation.Ledger;

/// <summary>A sum that the fold adds news to. The order of the news must not matter.</summary>
public interface ITotal
{
    void Add(News news);

    /// <summary>The total as one property of a row: at most 64 KiB.</summary>
    BinaryData Write();
}
