using Azure;
using EStation.Ledger;

namespace EStation.Storage;

public static class StorageFailure
{
    public static bool IsPassing(Exception failure) =>
        failure switch
        {
            UnavailableException or LedgerUnavailableException => true,
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
            AggregateException many => many.InnerExceptions.Any(IsPassing), // how the SDK reports that all its tries have failed
            IOException => true, // a connection that breaks on the way
            TaskCanceledException => true, // the SDK's network timeout
            _ => false,
        };
}
