namespace EStation;

/// <summary>A dependency is down or too slow; the message names it. The outcome of a write is unknown. The API answers 503, and a repeated
/// request returns the result.</summary>
public class UnavailableException(string message, Exception? cause = null) : Exception(message, cause);
