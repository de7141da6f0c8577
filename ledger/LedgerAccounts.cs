using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>Maps a partition to its table. Partitions may lie in different storage accounts.</summary>
public sealed class LedgerAccounts(Func<Partition, TableClient> tableOf)
{
    public const string TableName = "Ledger";

    public TableClient TableOf(Partition partition) => tableOf(partition);
}
