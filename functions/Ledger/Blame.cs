namespace EStation.Ledger;

/// <summary>Whose row failed a batch, and with which HTTP status: 409 it exists, 412 it has changed, 404 it is gone.</summary>
internal sealed record Blame(int Member, int Status, string Reason);
