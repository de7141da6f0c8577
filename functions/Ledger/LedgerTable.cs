using Azure;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Ledger;

/// <summary>Records and their news in the table <c>Ledger</c>, a partition a county.</summary>
public sealed class LedgerTable(StorageAccounts accounts, TimeProvider time)
{
    public const string Name = "Ledger";

    /// <summary>Writes the entries and one outbox row with all their news, or nothing.</summary>
    /// <returns>The new ETags of the rows when stored, else who is to blame.</returns>
    /// <exception cref="UnavailableException">Nobody knows yet.</exception>
    public async Task<BatchAnswer> SubmitAsync(RegionCode county, IReadOnlyList<Entry> entries)
    {
        var batch = entries.SelectMany(entry => entry.Changes).ToList();
        if (OutboxRow.Of(county, entries, time.GetUtcNow()) is { } outbox)
            batch.Add(new TableTransactionAction(TableTransactionActionType.Add, outbox));
        try
        {
            var answer = await Client(county).SubmitTransactionAsync(batch);
            return new BatchAnswer(null, [.. answer.Value.Select(row => row.Headers.ETag ?? default)]);
        }
        catch (TableTransactionFailedException failure)
            when (failure.FailedTransactionActionIndex is { } row && !IsTransient(failure.Status))
        {
            return new BatchAnswer(new Blame(MemberOf(row, entries), failure.Status, failure.ErrorCode ?? ""), []);
        }
    }

    /// <summary>The first row that is not as it was counted on, or null.</summary>
    public async Task<TableEntity?> FindRivalAsync(RegionCode county, IReadOnlyList<Claim> claims)
    {
        var rows = await Task.WhenAll(claims.Select(claim => FindAsync(county, claim.Key)));
        return rows.Where((row, at) => claims[at].IsBrokenBy(row)).FirstOrDefault();
    }

    public Task<TableEntity?> FindAsync(RegionCode county, string key) => Client(county).FindAsync(county.Value, key);

    /// <summary>All rows whose key begins so, in the order of their keys.</summary>
    public AsyncPageable<TableEntity> ReadRange(RegionCode county, string prefix) =>
        Client(county).QueryAsync<TableEntity>(KeyRange.Of(county.Value, prefix));

    private TableClient Client(RegionCode county) => accounts.Ledger(county);

    private static bool IsTransient(int status) => status is 408 or 429 or >= 500;

    private static int MemberOf(int row, IReadOnlyList<Entry> entries)
    {
        var member = 0;
        while (member < entries.Count - 1 && row >= entries[member].Changes.Count)
            row -= entries[member++].Changes.Count;
        return member;
    }
}
