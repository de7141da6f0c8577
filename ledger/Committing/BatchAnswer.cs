using Azure;

namespace EStation.Ledger.Committing;

/// <summary>The member whose row failed a batch, and the HTTP status: 409 the row exists, 412 it has changed, 404 it is gone.</summary>
internal sealed record Blame(int Member, int Status, string Reason);

/// <summary>The end of a batch: stored, with the new ETags of its rows in order; or nothing is stored, and the member to blame.</summary>
internal sealed record BatchAnswer(Blame? Blame, IReadOnlyList<ETag> ETags);
