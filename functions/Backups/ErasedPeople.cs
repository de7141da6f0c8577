using Azure.Data.Tables;

namespace EStation.Backups;

/// <summary>
/// The people who were erased since a backup was made: their ids, and the hashes of their phones. <c>Erasures</c> keeps ids for
/// longer than a backup lives (infra/main.bicep, a test compares); the hashes are in the backup itself.
/// </summary>
public static class ErasedPeople
{
    public static async Task<IReadOnlySet<string>> ReadAsync(TableServiceClient main, BackupBlobs backups, Day day)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in main.GetTableClient("Erasures").QueryAsync<TableEntity>(select: ["RowKey"]))
            names.Add(row.RowKey);
        if (names.Count == 0)
            return names;
        var hashes = new List<string>();
        await foreach (var phone in backups.ReadAsync(day, BackupBlobs.PartOf("Phones")))
        {
            if (phone.GetString("Person") is { } person && names.Contains(person))
                hashes.Add(phone.PartitionKey);
        }

        names.UnionWith(hashes);
        return names;
    }
}
