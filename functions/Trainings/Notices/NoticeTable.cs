using Azure;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Trainings.Notices;

/// <summary>A notice as it was read. It is replaced and deleted only while nobody else has changed it.</summary>
public sealed record StoredNotice(string Training, Notice Notice, ETag Read);

/// <summary>Notices that have not been told to everybody, in the ledger of the training's county: <c>notice|{training}|{key}</c>.</summary>
public sealed class NoticeTable(LedgerTable table, StorageAccounts accounts)
{
    /// <summary>In the order in which they were written.</summary>
    public async Task<IReadOnlyList<StoredNotice>> ReadAsync(string training) =>
        await table
            .ReadRange(TrainingKeys.CountyOf(training), TrainingKeys.Notices(training))
            .Select(row => new StoredNotice(training, TrainingRows.NoticeOf(row), row.ETag))
            .ToListAsync();

    /// <returns>Null when somebody else was faster.</returns>
    public async Task<StoredNotice?> TryReplaceAsync(StoredNotice stored, Notice notice) =>
        await LedgerOf(stored.Training).WriteAsync(TrainingRows.Of(stored.Training, notice), stored.Read) is { } written
            ? stored with
            {
                Notice = notice,
                Read = written,
            }
            : null;

    /// <returns>False when somebody else has changed it.</returns>
    public async Task<bool> TryDeleteAsync(StoredNotice stored)
    {
        try
        {
            await DeleteAsync(stored, stored.Read);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Deletes a notice that nobody is to be told of any more, whoever has changed it.</summary>
    public Task DropAsync(StoredNotice stored) => DeleteAsync(stored, ETag.All);

    private Task<Response> DeleteAsync(StoredNotice stored, ETag read)
    {
        var row = TrainingRows.Of(stored.Training, stored.Notice);
        return LedgerOf(stored.Training).DeleteEntityAsync(row.PartitionKey, row.RowKey, read);
    }

    private TableClient LedgerOf(string training) => accounts.Ledger(TrainingKeys.CountyOf(training));
}
