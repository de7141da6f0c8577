using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace EStation.Ledger.Tables;

public static class TableRows
{
    private const string WriteColumn = "Write";

    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string key)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key);
        return row.HasValue ? row.Value : null;
    }

    /// <param name="read">The ETag that the row was read with; null when there was none.</param>
    /// <returns>False after an ETag conflict: load and decide again.</returns>
    public static async Task<bool> TryWriteAsync(this TableClient table, TableEntity row, ETag? read) =>
        await table.WriteAsync(row, read) is not null;

    public static async Task<ETag?> WriteAsync(this TableClient table, TableEntity row, ETag? read)
    {
        var write = Guid.NewGuid().ToString("N");
        row[WriteColumn] = write;
        try
        {
            var written = await (
                read is { } etag ? table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace) : table.AddEntityAsync(row)
            );
            return written.Headers.ETag;
        }
        catch (RequestFailedException rival) when (rival.Status is 409 or 412 || rival.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            // The SDK repeats a write whose answer was lost, which then conflicts with its own row.
            return await table.FindAsync(row.PartitionKey, row.RowKey) is { } present && present.GetString(WriteColumn) == write
                ? present.ETag
                : null;
        }
    }
}
