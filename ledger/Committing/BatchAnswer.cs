using Azure;

namespace EStation.Ledger.Committing;

/// <summary>Whose row failed a batch, and with which HTTP status: 409 it exists, 412 it has changed, 404 it is gone.</summary>
internal sealed record Blame(int Member, int Status, string Reason);

/// <summary>How a batch ended: stored, with the new ETags of its rows in order, or whose fault it was that nothing is.</summary>
internal sealed record BatchAnswer(Blame? Blame, IReadOnlyList<ETag> ETags);
