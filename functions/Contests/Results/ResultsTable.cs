using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Contests.Draws;
using EStation.Http;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Contests.Results;

/// <summary>
/// Results in <c>Results</c>, a partition a contest: <c>results|{contest}</c> is the state. The ranking and the list of lots are blobs in
/// <c>reference</c>, named by their hash: they never change.
/// </summary>
[PersonalColumn(
    "Results",
    "results",
    "Results",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "reference",
    "",
    "content",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class ResultsTable(StorageAccounts accounts, IMemoryCache cache)
{
    private const string ResultsColumn = "Results";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private TableClient Table => accounts.Table("Results");

    private BlobContainerClient Reference => accounts.Blobs.GetBlobContainerClient("reference");

    public async Task<ContestResults?> FindAsync(string contest) => (await ReadAsync(contest))?.Results;

    public async Task<(ContestResults Results, ETag Read)?> ReadAsync(string contest) =>
        await Table.FindAsync(contest, KeyOf(contest)) is { } row ? (ResultsOf(row), row.ETag) : null;

    /// <returns>False when another instance was first: load and decide again.</returns>
    public Task<bool> TryWriteAsync(ContestResults results, ETag? read) => Table.TryWriteAsync(RowOf(results), read);

    /// <summary>A change of the state that goes with other rows of the contest in one transaction.</summary>
    public static TableTransactionAction Change(ContestResults results, ETag read) =>
        new(TableTransactionActionType.UpdateReplace, RowOf(results), read);

    /// <returns>The SHA-256 of the stored ranking.</returns>
    public Task<string> AddRankingAsync(string contest, FrozenRanking ranking) =>
        AddAsync(contest, "ranking", Packed.Write(ranking.Entries).ToArray());

    /// <returns>The SHA-256 of the list.</returns>
    public Task<string> AddLotsAsync(string contest, byte[] lots) => AddAsync(contest, "lots", lots);

    public Task<FrozenRanking> RankingAsync(ContestResults results) =>
        KeepAsync(
            results.Contest,
            "ranking",
            results.RankingSha256,
            bytes => new FrozenRanking(Packed.Read<IReadOnlyList<FrozenEntry>>(BinaryData.FromBytes(bytes)))
        );

    public Task<byte[]> LotsAsync(ContestResults results) => KeepAsync(results.Contest, "lots", results.LotsSha256, bytes => bytes);

    private async Task<string> AddAsync(string contest, string kind, byte[] content)
    {
        var hash = LotList.Sha256Of(content);
        try
        {
            await Reference.GetBlobClient(NameOf(contest, kind, hash)).UploadAsync(BinaryData.FromBytes(content), overwrite: false);
        }
        catch (RequestFailedException present) when (present.Status == 409)
        {
            // The name is the content's hash: the same content is there already.
        }

        return hash;
    }

    private Task<T> KeepAsync<T>(string contest, string kind, string hash, Func<byte[], T> read)
        where T : class =>
        cache.GetOrCreateAsync(
            NameOf(contest, kind, hash),
            async entry =>
            {
                entry.SetSize(1).SetSlidingExpiration(Kept);
                var bytes = (await Reference.GetBlobClient(NameOf(contest, kind, hash)).DownloadContentAsync()).Value.Content.ToArray();
                return LotList.Sha256Of(bytes) == hash
                    ? read(bytes)
                    : throw new CryptographicException($"The {kind} of contest {contest} were changed in storage.");
            }
        )!;

    private static string NameOf(string contest, string kind, string hash) => $"results/{contest}/{kind}-{hash}";

    private static string KeyOf(string contest) => "results|" + contest;

    private static TableEntity RowOf(ContestResults results) =>
        new(results.Contest, KeyOf(results.Contest)) { [ResultsColumn] = JsonSerializer.Serialize(results, Json.AllLanguages) };

    private static ContestResults ResultsOf(TableEntity row) =>
        JsonSerializer.Deserialize<ContestResults>(row.GetString(ResultsColumn), Json.AllLanguages)!;
}
