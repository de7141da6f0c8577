using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>A precondition of a write: the row does not exist (no ETag), or it still has this ETag.</summary>
public sealed record Claim(string Key, ETag? Read = null)
{
    public static Claim Of(TableTransactionAction change) =>
        new(change.Entity.RowKey, change.ActionType == TableTransactionActionType.Add ? null : change.ETag);

    public bool IsBrokenBy(TableEntity? row) => row is not null && row.ETag != Read;
}
