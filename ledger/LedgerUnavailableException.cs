namespace EStation.Ledger;

/// <summary>Storage did not say in time whether a write is stored. A repeated request returns the stored result.</summary>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
