using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>Maps a partition to the table that holds it. Partitions may lie in different storage accounts.</summary>
public sealed class LedgerAccounts(Func<Partition, TableClient> tableOf)
{
    /// <summary>The name of the table in every account.</summary>
    public const string TableName = "Ledger";

    public TableClient TableOf(Partition partition) => tableOf(partition);
}
