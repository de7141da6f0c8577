using Azure.Data.Tables;
using EStation.Ledger.Committing;
using EStation.Regions;

namespace EStation.MoveCounty;

internal sealed record Copied(int Rows, IReadOnlyList<string> Differences);

/// <summary>Copies all rows of a county, including outbox and marks, while no app writes. It is idempotent; an extra row in the new account
/// is reported as a difference, never deleted.</summary>
internal static class CountyCopy
{
    private static readonly string[] Own = ["odata.etag", "Timestamp"];

    public static async Task<Copied> RunAsync(TableClient from, TableClient to, RegionCode county)
    {
        var rows = 0;
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        await foreach (var row in Rows(from, county))
        {
            var size = RowSize.Of(row);
            if (batch.Count > 0 && (batch.Count == Group.MostRows || bytes + size > Group.MostBytes))
                await SubmitAsync();
            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            (rows, bytes) = (rows + 1, bytes + size);
        }

        if (batch.Count > 0)
            await SubmitAsync();
        return new Copied(rows, await CompareAsync(from, to, county));

        async Task SubmitAsync()
        {
            await to.SubmitTransactionAsync(batch);
            batch.Clear();
            bytes = 0;
        }
    }

    // Both are ordered by key, so they are read side by side.
    private static async Task<IReadOnlyList<string>> CompareAsync(TableClient from, TableClient to, RegionCode county)
    {
        var differences = new List<string>();
        await using var old = Rows(from, county).GetAsyncEnumerator();
        await using var copy = Rows(to, county).GetAsyncEnumerator();
        var (hasOld, hasCopy) = (await old.MoveNextAsync(), await copy.MoveNextAsync());
        while (hasOld || hasCopy)
        {
            var order =
                !hasOld ? 1
                : !hasCopy ? -1
                : string.CompareOrdinal(old.Current.RowKey, copy.Current.RowKey);
            if (order != 0 || !Same(old.Current, copy.Current))
                differences.Add(order > 0 ? copy.Current.RowKey : old.Current.RowKey);
            if (order <= 0)
                hasOld = await old.MoveNextAsync();
            if (order >= 0)
                hasCopy = await copy.MoveNextAsync();
        }

        return differences;
    }

    private static Azure.AsyncPageable<TableEntity> Rows(TableClient table, RegionCode county) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {county.Value}"));

    private static bool Same(TableEntity one, TableEntity other)
    {
        var (left, right) = (Columns(one), Columns(other));
        return left.Count == right.Count && left.All(column => right.TryGetValue(column.Key, out var value) && Equal(column.Value, value));
    }

    private static Dictionary<string, object> Columns(TableEntity row) =>
        row.Where(column => !Own.Contains(column.Key)).ToDictionary(column => column.Key, column => column.Value);

    private static bool Equal(object one, object other) =>
        one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : one.Equals(other);
}
