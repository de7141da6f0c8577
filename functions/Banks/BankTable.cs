using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Banks;

/// <summary>
/// Banks in <c>QuestionBanks</c>, each version's questions in the container <c>reference</c>. A blob is named by its content and written
/// before the row, so two concurrent imports never overwrite each other.
/// </summary>
public sealed class BankTable(StorageAccounts accounts)
{
    private const string Partition = "bank";

    private TableClient Table => accounts.Table("QuestionBanks");

    private BlobContainerClient Reference => accounts.Blobs.GetBlobContainerClient("reference");

    public async Task<BankSummary?> FindAsync(string id) =>
        TableKey.IsValid(id) && await Table.FindAsync(Partition, id) is { } row ? SummaryOf(row) : null;

    public async Task<IReadOnlyList<BankSummary>> ListAsync()
    {
        var banks = new List<BankSummary>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
            banks.Add(SummaryOf(row));
        return banks;
    }

    public async Task<QuestionBank> ReadAsync(string id, string edition)
    {
        var blob = await Reference.GetBlobClient(BlobName(id, edition)).DownloadContentAsync();
        return Packed.Read<QuestionBank>(blob.Value.Content);
    }

    /// <summary>Stores the next version of a bank. A repeat of the present version's file changes nothing.</summary>
    /// <param name="draft">Its version is ignored: this method assigns the next one.</param>
    /// <param name="refuse">Called when the id belongs to a bank of another region.</param>
    /// <returns>The stored bank, and whether this call changed it.</returns>
    public async Task<Result<(BankSummary Bank, bool Changed)>> ImportAsync(
        BankSummary draft,
        IReadOnlyList<Question> questions,
        Func<BankSummary, Task<Refusal?>>? refuse = null
    )
    {
        return await OptimisticConcurrency.RetryAsync<Result<(BankSummary Bank, bool Changed)>>(async _ =>
        {
            var row = await Table.FindAsync(Partition, draft.Id);
            var present = row is null ? null : SummaryOf(row);
            if (present is not null && present.Region != draft.Region && refuse is not null && await refuse(present) is { } refusal)
                return refusal;
            if (present?.Hash == draft.Hash)
                return (present, false);
            var next = draft with { Version = (present?.Version ?? 0) + 1, Region = present?.Region ?? draft.Region };
            await Reference
                .GetBlobClient(BlobName(next.Id, next.Edition))
                .UploadAsync(Packed.Write(new QuestionBank(next.Id, next.Version, questions)), overwrite: true);
            if (await Table.TryWriteAsync(RowOf(next), row?.ETag))
                return (next, true);
            return null;
        });
    }

    private static string BlobName(string id, string edition) => $"banks/{id}/{edition}.json.br";

    private static TableEntity RowOf(BankSummary bank) =>
        new(Partition, bank.Id)
        {
            ["Version"] = bank.Version,
            ["Name"] = bank.Name,
            ["Region"] = bank.Region.Value,
            ["Hash"] = bank.Hash,
            ["Ranked"] = bank.Ranked,
            ["Practice"] = bank.Practice,
            ["Categories"] = string.Join('\n', bank.Categories),
            ["ImportedAt"] = bank.ImportedAt,
        };

    private static BankSummary SummaryOf(TableEntity row) =>
        new(
            row.RowKey,
            row.GetInt32("Version")!.Value,
            row.GetString("Name"),
            RegionCode.Parse(row.GetString("Region")),
            row.GetString("Hash"),
            row.GetInt32("Ranked")!.Value,
            row.GetInt32("Practice")!.Value,
            row.GetString("Categories").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            row.GetDateTimeOffset("ImportedAt")!.Value
        );
}
