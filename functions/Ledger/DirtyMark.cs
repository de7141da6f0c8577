using Azure;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>A document has to be published anew: totals of it have changed in this county's ledger.</summary>
internal sealed record DirtyMark(RegionCode County, string Document, ETag Read);
