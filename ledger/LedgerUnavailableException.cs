namespace EStation.Ledger;

/// <summary>The outcome of a write is unknown after a timeout. A repeated request returns the stored result.</summary>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
