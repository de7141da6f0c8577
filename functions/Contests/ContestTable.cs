using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.People;
using EStation.Storage;

namespace EStation.Contests;

/// <summary>The list of contests in <c>Contests</c>; each published version with its bank in the container <c>reference</c>.</summary>
public sealed class ContestTable
{
    private const string Partition = "contest";
    private const string VersionColumn = "Version";

    private readonly StorageAccounts accounts;
    private readonly ErasureTable erasures;
    private readonly KeyTable keys;
    private readonly Cached<IReadOnlyList<PublishedContest>> list;
    private readonly ConcurrentDictionary<(string Id, int Version), Task<PublishedContest>> published = new();
    private readonly ConcurrentDictionary<(string Id, int Version, int Key), PublishedContest> keyed = new();

    public ContestTable(StorageAccounts accounts, ErasureTable erasures, TimeProvider time)
    {
        (this.accounts, this.erasures, keys) = (accounts, erasures, new KeyTable(accounts));
        list = new Cached<IReadOnlyList<PublishedContest>>(ReadAllAsync, time);
    }

    private TableClient Table => accounts.Table("Contests");

    private BlobContainerClient Reference => accounts.Blobs.GetBlobContainerClient("reference");

    public Task<IReadOnlyList<PublishedContest>> ListAsync() => list.GetAsync();

    public Task<IReadOnlyList<PublishedContest>> ListFreshAsync()
    {
        list.Forget();
        return list.GetAsync();
    }

    public async Task<PublishedContest?> FindAsync(string id) => (await ListAsync()).FirstOrDefault(contest => contest.Rules.Id == id);

    /// <summary>All versions of the contest's key, at most a minute old.</summary>
    public async Task<ContestKeys> KeysOfAsync(string id) => (await FindAsync(id))?.Keys ?? ContestKeys.OfBank;

    /// <summary>With the newest key.</summary>
    public async Task<PublishedContest> FindAsync(string id, int version)
    {
        var known = await KeysOfAsync(id);
        return Under(await RawAsync(id, version), known.Newest) with { Keys = known };
    }

    /// <param name="key">The version of the key.</param>
    public async Task<PublishedContest> FindAsync(string id, int version, int key)
    {
        var known = await KeysOfAsync(id);
        if (key > known.Newest.Version)
            known = (await ListFreshAsync()).First(contest => contest.Rules.Id == id).Keys;
        return Under(await RawAsync(id, version), known.Of(key)) with { Keys = known };
    }

    private PublishedContest Under(PublishedContest raw, AnswerKey key) =>
        key.Version == AnswerKey.First
            ? raw
            : keyed.GetOrAdd((raw.Rules.Id, raw.Rules.Version, key.Version), static (_, made) => made.raw.Under(made.key), (raw, key));

    private async Task<PublishedContest> RawAsync(string id, int version)
    {
        try
        {
            return await published.GetOrAdd((id, version), key => LoadAsync(key.Id, key.Version));
        }
        catch
        {
            published.TryRemove((id, version), out _); // failures are not cached
            throw;
        }
    }

    /// <summary>Idempotent for a version.</summary>
    public async Task PublishAsync(PublishedContest contest)
    {
        await AddAsync(BlobName(contest.Rules.Id, contest.Rules.Version), contest);
        await Table.UpsertEntityAsync(
            new TableEntity(Partition, contest.Rules.Id) { [VersionColumn] = contest.Rules.Version },
            TableUpdateMode.Replace
        );
        list.Forget();
    }

    private async Task<IReadOnlyList<PublishedContest>> ReadAllAsync()
    {
        var contests = new List<PublishedContest>();
        var allKeys = keys.ReadAllAsync();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
        {
            var own = (await allKeys).GetValueOrDefault(row.RowKey, ContestKeys.OfBank);
            contests.Add(Under(await RawAsync(row.RowKey, row.GetInt32(VersionColumn)!.Value), own.Newest) with { Keys = own });
        }

        await allKeys;
        // Contests that are new to this instance have no closing rows of earlier erasures; ErasureTable covers them.
        erasures.KnowOf(contests.Select(contest => contest.Rules.Id));
        return contests;
    }

    private async Task AddAsync(string name, PublishedContest contest)
    {
        try
        {
            await Reference.GetBlobClient(name).UploadAsync(Packed.Write(contest), overwrite: false);
        }
        catch (RequestFailedException present) when (present.Status == 409)
        {
            // This version exists already, and versions never change.
        }
    }

    private async Task<PublishedContest> LoadAsync(string id, int version)
    {
        var blob = await Reference.GetBlobClient(BlobName(id, version)).DownloadContentAsync();
        return Packed.Read<PublishedContest>(blob.Value.Content);
    }

    private static string BlobName(string id, int version) => $"contests/{id}/{version}.json.br";
}
