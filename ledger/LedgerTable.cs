using Azure;
using Azure.Data.Tables;
using EStation.Ledger.Committing;
using EStation.Ledger.Tables;

namespace EStation.Ledger;

public sealed class LedgerTable(LedgerAccounts accounts, TimeProvider time)
{
    public Task<TableEntity?> FindAsync(Partition partition, string key) => accounts.TableOf(partition).FindAsync(partition.Key, key);

    public AsyncPageable<TableEntity> ReadRange(Partition partition, string prefix) =>
        accounts.TableOf(partition).QueryAsync<TableEntity>(KeyRange.Of(partition.Key, prefix));

    /// <summary>Writes the entries, and their news as an outbox row, in one transaction.</summary>
    internal async Task<BatchAnswer> SubmitAsync(Partition partition, IReadOnlyList<Entry> entries)
    {
        var batch = entries.SelectMany(entry => entry.Changes).ToList();
        batch.AddRange(
            OutboxRow
                .Of(partition, entries, time.GetUtcNow())
                .Select(outbox => new TableTransactionAction(TableTransactionActionType.Add, outbox))
        );
        try
        {
            var answer = await accounts.TableOf(partition).SubmitTransactionAsync(batch);
            return new BatchAnswer(null, [.. answer.Value.Select(row => row.Headers.ETag ?? default)]);
        }
        catch (TableTransactionFailedException failure)
            when (failure.FailedTransactionActionIndex is { } row && !IsTransient(failure.Status))
        {
            return new BatchAnswer(new Blame(MemberOf(row, entries), failure.Status, failure.ErrorCode ?? ""), []);
        }
    }

    internal async Task<TableEntity?> FindRivalAsync(Partition partition, IReadOnlyList<Claim> claims)
    {
        var rows = await Task.WhenAll(claims.Select(claim => FindAsync(partition, claim.Key)));
        return rows.Where((row, at) => claims[at].IsBrokenBy(row)).FirstOrDefault();
    }

    private static bool IsTransient(int status) => status is 408 or 429 or >= 500;

    private static int MemberOf(int row, IReadOnlyList<Entry> entries)
    {
        var member = 0;
        while (member < entries.Count - 1 && row >= entries[member].Changes.Count)
            row -= entries[member++].Changes.Count;
        return member;
    }
}
