using Azure;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.Contests;

/// <summary>Drafts in a partition of <c>Contests</c>; they stay after publication.</summary>
public sealed class DraftTable(StorageAccounts accounts)
{
    private const string Partition = "draft";
    private const string RulesColumn = "Rules";
    private const string EditionColumn = "Edition";

    private TableClient Table => accounts.Table("Contests");

    public async Task<(ContestDraft Draft, ETag Read)?> FindAsync(string id) =>
        TableKey.IsValid(id) && await Table.FindAsync(Partition, id) is { } row ? (DraftOf(row), row.ETag) : null;

    public async Task<IReadOnlyList<ContestDraft>> ListAsync()
    {
        var drafts = new List<ContestDraft>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
            drafts.Add(DraftOf(row));
        return drafts;
    }

    /// <returns>False on an ETag conflict.</returns>
    public Task<bool> TryWriteAsync(ContestDraft draft, ETag? read) =>
        Table.TryWriteAsync(
            new TableEntity(Partition, draft.Rules.Id)
            {
                [RulesColumn] = Packed.Write(draft.Rules).ToArray(),
                [EditionColumn] = draft.Edition,
            },
            read
        );

    private static ContestDraft DraftOf(TableEntity row) =>
        new(Packed.Read<Contest>(row.GetBinaryData(RulesColumn)), row.GetString(EditionColumn));
}
