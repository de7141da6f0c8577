using Azure;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>A document has to be published anew: totals of it have changed in this county's ledger.</summary>
public sealed record DirtyMark(RegionCode County, string Document, ETag Read);
