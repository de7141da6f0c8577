using Azure;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.Contests;

/// <summary>Keys of contests that were regraded, in a partition of <c>Contests</c>. One row is the whole state of a contest's regrades.</summary>
public sealed class KeyTable(StorageAccounts accounts)
{
    private const string Partition = "key";
    private const string KeysColumn = "Keys";

    private TableClient Table => accounts.Table("Contests");

    public async Task<IReadOnlyDictionary<string, ContestKeys>> ReadAllAsync()
    {
        var keys = new Dictionary<string, ContestKeys>(StringComparer.Ordinal);
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
            keys[row.RowKey] = KeysOf(row);
        return keys;
    }

    public async Task<(ContestKeys Keys, ETag? Read)> FindAsync(string contest) =>
        await Table.FindAsync(Partition, contest) is { } row ? (KeysOf(row), row.ETag) : (ContestKeys.OfBank, null);

    /// <returns>False on an ETag conflict.</returns>
    public Task<bool> TryWriteAsync(string contest, ContestKeys keys, ETag? read) =>
        Table.TryWriteAsync(new TableEntity(Partition, contest) { [KeysColumn] = Packed.Write(keys).ToArray() }, read);

    private static ContestKeys KeysOf(TableEntity row) => Packed.Read<ContestKeys>(row.GetBinaryData(KeysColumn));
}
