using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>A row that a write counts on: that it is not there, or that it is as it was read.</summary>
public sealed record Claim(string Key, ETag? Read = null)
{
    public static Claim Of(TableTransactionAction change) =>
        new(change.Entity.RowKey, change.ActionType == TableTransactionActionType.Add ? null : change.ETag);

    public bool IsBrokenBy(TableEntity? row) => row is not null && row.ETag != Read;
}
