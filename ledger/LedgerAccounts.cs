using Azure.Data.Tables;

namespace EStation.Ledger;

public sealed class LedgerAccounts(Func<Partition, TableClient> tableOf)
{
    public const string TableName = "Ledger";

    public TableClient TableOf(Partition partition) => tableOf(partition);
}
