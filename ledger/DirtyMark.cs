using Azure;

namespace EStation.Ledger;

/// <summary>Marks a document for publication: totals of it have changed in this partition.</summary>
public sealed record DirtyMark(Partition Partition, string Document, ETag Read);
