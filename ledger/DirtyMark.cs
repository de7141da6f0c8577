using Azure;

namespace EStation.Ledger;

/// <summary>A document has to be published again: totals of it have changed in this partition.</summary>
public sealed record DirtyMark(Partition Partition, string Document, ETag Read);
