using System.Globalization;
using Azure;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.People;

/// <summary>Counts per window of time, in <c>SignIn</c>: they hold for all instances together and survive them.</summary>
internal sealed class LimitTable(StorageAccounts accounts)
{
    private const int MostTries = 20;
    private const string CountColumn = "Count";

    private TableClient Table => accounts.Table("SignIn");

    /// <summary>Takes one of so many in the window that now lies in.</summary>
    /// <returns>Null when there was one left, else how long the window still lasts.</returns>
    public async Task<TimeSpan?> TakeAsync(string what, int limit, TimeSpan window, DateTimeOffset now)
    {
        var number = now.UtcTicks / window.Ticks;
        var left = new DateTimeOffset((number + 1) * window.Ticks, TimeSpan.Zero) - now;
        var rowKey = number.ToString(CultureInfo.InvariantCulture);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var row = await Table.GetEntityIfExistsAsync<TableEntity>(what, rowKey);
            var count = row.HasValue ? row.Value!.GetInt32(CountColumn)!.Value : 0;
            if (count >= limit)
                return left;
            if (await WriteAsync(new TableEntity(what, rowKey) { [CountColumn] = count + 1 }, row.HasValue ? row.Value!.ETag : null))
                return null;
            await Task.Delay(Random.Shared.Next(1, 10 * (tries + 1))); // so that those who collided do not meet again
        }

        throw new StorageUnavailableException($"The counter of {what.Split('|')[0]} is too busy.");
    }

    private async Task<bool> WriteAsync(TableEntity row, ETag? read)
    {
        try
        {
            await (read is { } etag ? Table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace) : Table.AddEntityAsync(row));
            return true;
        }
        catch (RequestFailedException rival) when (rival.Status is 409 or 412)
        {
            return false;
        }
    }
}
