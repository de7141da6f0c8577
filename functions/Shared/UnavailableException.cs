namespace EStation;

/// <summary>
/// Something that we need is away or too slow, and the message says what: storage, the SMS gateway, a turn in a queue. Nobody knows yet
/// what became of a write. Answered with 503; repeating the request tells.
/// </summary>
public class UnavailableException(string message, Exception? cause = null) : Exception(message, cause);
