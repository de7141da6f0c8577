using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Contests.Running;
using EStation.People;
using EStation.Storage;

namespace EStation.Contests;

/// <summary>The list of contests in <c>Contests</c>; each published version with its bank in the container <c>reference</c>.</summary>
[PersonalColumn(
    "Contests",
    "",
    "Changes",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class ContestTable
{
    private const string Partition = "contest";
    private const string VersionColumn = "Version";
    private const string ChangesColumn = "Changes";

    private readonly StorageAccounts accounts;
    private readonly ErasureTable erasures;
    private readonly Cached<IReadOnlyList<PublishedContest>> list;
    private readonly ConcurrentDictionary<(string Id, int Version), Task<PublishedContest>> published = new();

    public ContestTable(StorageAccounts accounts, ErasureTable erasures, TimeProvider time)
    {
        (this.accounts, this.erasures) = (accounts, erasures);
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

    public async Task<PublishedContest> FindAsync(string id, int version)
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

    /// <param name="change">From the contest as it is stored now and as it was published.</param>
    /// <returns>The contest after the change.</returns>
    public Task<Result<PublishedContest>> ChangeAsync(string id, Func<Contest, Contest, Result<ContestChanges>> change) =>
        OptimisticConcurrency.RetryAsync<Result<PublishedContest>>(async _ =>
        {
            if (await Table.FindAsync(Partition, id) is not { } row)
                return Refusal.NotFound;
            var published = await FindAsync(id, row.GetInt32(VersionColumn)!.Value);
            var now = published.Rules.With(ChangesOf(row));
            if (change(now, published.Rules).Refused(out var refusal, out var changes))
                return refusal;
            if (changes == now.Changes)
                return published with { Rules = now };
            row[ChangesColumn] = JsonSerializer.Serialize(changes);
            if (!await Table.TryWriteAsync(row, row.ETag))
                return null;
            list.Forget();
            return published with { Rules = published.Rules.With(changes) };
        });

    private static ContestChanges ChangesOf(TableEntity row) =>
        row.GetString(ChangesColumn) is { } stored ? JsonSerializer.Deserialize<ContestChanges>(stored)! : ContestChanges.None;

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
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
        {
            var published = await FindAsync(row.RowKey, row.GetInt32(VersionColumn)!.Value);
            contests.Add(published with { Rules = published.Rules.With(ChangesOf(row)) });
        }

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
