namespace EStation.Storage;

/// <summary>Storage is away or too slow: nobody knows yet what became of the write. Answered with 503; repeating the request tells.</summary>
internal class StorageUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
