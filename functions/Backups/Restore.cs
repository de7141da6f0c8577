using Azure.Data.Tables;

namespace EStation.Backups;

/// <param name="Rows">Rows of the backup, without those that are made from others.</param>
/// <param name="Added">Rows that were missing.</param>
/// <param name="Replaced">Rows that had changed, where that was asked for.</param>
/// <param name="Different">Rows that have changed since and were left as they are.</param>
/// <param name="Erased">Rows that are missing because they speak of a person who was erased.</param>
public sealed record Restored(int Rows, int Added, int Replaced, int Different, int Erased);

/// <summary>
/// Brings back rows of a table from a backup. What is missing is added; what has changed since is left, unless the change is to be undone.
/// Nothing comes back of people who were erased since. Repeating does no harm.
/// </summary>
/// <param name="erased">What names people who were erased: see <see cref="ErasedPeople"/>.</param>
public sealed class Restore(TableClient table, IReadOnlySet<string> erased)
{
    /// <summary>News and marks are moments: what they led to is in totals and documents, which a rebuild makes from records.</summary>
    private static readonly string[] Moments = ["outbox|", "dirty|"];

    private const int MostRows = 100;
    private const int MostBytes = 3 << 20;

    public async Task<Restored> RunAsync(IAsyncEnumerable<TableEntity> backup, bool undoChanges)
    {
        var done = new Restored(0, 0, 0, 0, 0);
        await foreach (
            var rows in Batches(backup.Where(row => !Moments.Any(moment => row.RowKey.StartsWith(moment, StringComparison.Ordinal))))
        )
        {
            var present = await ReadAsync(rows);
            var missing = rows.Where(row => !present.ContainsKey(row.RowKey)).ToList();
            var lost = missing.Where(row => !SpeaksOfErased(row)).ToList();
            // Totals follow from records: those of today are not older than the records.
            var changed = rows.Where(row => present.TryGetValue(row.RowKey, out var now) && !IsTotal(row) && !RowLine.Same(row, now))
                .ToList();
            List<TableEntity> replaced = undoChanges ? [.. changed.Where(row => !SpeaksOfErased(row))] : [];
            TableTransactionAction[] actions =
            [
                .. lost.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                .. replaced.Select(row => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    row,
                    present[row.RowKey].ETag
                )),
            ];
            if (actions.Length > 0)
                await table.SubmitTransactionAsync(actions);
            done = new Restored(
                done.Rows + rows.Count,
                done.Added + lost.Count,
                done.Replaced + replaced.Count,
                done.Different + changed.Count - replaced.Count,
                done.Erased + missing.Count - lost.Count
            );
        }

        return done;
    }

    private static bool IsTotal(TableEntity row) => row.RowKey.StartsWith(Ledger.FoldTable.TotalPrefix, StringComparison.Ordinal);

    private bool SpeaksOfErased(TableEntity row) => RowLine.Texts(row).Any(text => text.Split('|', ',', '"', ' ').Any(erased.Contains));

    private async Task<Dictionary<string, TableEntity>> ReadAsync(List<TableEntity> rows)
    {
        var range = KeyRange.Between(rows[0].PartitionKey, rows[0].RowKey, rows[^1].RowKey);
        var present = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(range))
            present[row.RowKey] = row;
        return present;
    }

    // A transaction has at most 100 rows of one partition and 4 MiB.
    private static async IAsyncEnumerable<List<TableEntity>> Batches(IAsyncEnumerable<TableEntity> rows)
    {
        List<TableEntity> batch = [];
        var bytes = 0;
        await foreach (var row in rows)
        {
            var size = RowLine.BytesOf(row);
            if (batch.Count > 0 && (batch.Count == MostRows || batch[0].PartitionKey != row.PartitionKey || bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
