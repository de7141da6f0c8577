using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Contests.Results;
using EStation.Http;
using EStation.Storage;

namespace EStation.Contests.Prizes;

public sealed record StoredCandidate(Candidate Candidate, ETag? Read);

/// <summary>
/// Candidates in <c>Results</c>, in the partition of their contest: <c>candidate|{by}|{position}</c>; where a prize goes, encrypted, in
/// <c>delivery|{by}|{position}</c>.
/// </summary>
[PersonalColumn("Results", "candidate", "Candidate", Personal.Id, ExportedAs = "prizes", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Results", "candidate", "Candidate", Personal.Name, ExportedAs = "prizes")]
[PersonalColumn("Results", "candidate", "Person", Personal.Id, ExportedAs = "prizes", WhenErased = WhenErased.LeadsNowhere)]
public sealed class CandidateTable(StorageAccounts accounts, DeliveryVault vault)
{
    private const string CandidatePrefix = "candidate|";
    private const string DeliveryPrefix = "delivery|";
    private const string CandidateColumn = "Candidate";
    private const string SealedColumn = "Sealed";
    private const int MostRows = 98;

    private TableClient Table => accounts.Table("Results");

    public async Task<IReadOnlyList<StoredCandidate>> ReadAsync(string contest) =>
        await Table.QueryAsync<TableEntity>(KeyRange.Of(contest, CandidatePrefix)).Select(StoredOf).ToListAsync();

    public async Task<IReadOnlyList<StoredCandidate>> ReadOfAsync(string contest, string person)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {contest} and RowKey ge {CandidatePrefix} and RowKey lt {KeyRange.EndOf(CandidatePrefix)} and Person eq {person}"
        );
        return await Table.QueryAsync<TableEntity>(filter).Select(StoredOf).ToListAsync();
    }

    public async Task<StoredCandidate?> FindAsync(string prize) =>
        PrizeId.TryParse(prize, out var contest, out var by, out var position)
        && await Table.FindAsync(contest, CandidatePrefix + KeyOf(by, position)) is { } row
            ? StoredOf(row)
            : null;

    /// <summary>Writes candidates with the results they follow from, whose row keeps two instances from assigning at once.</summary>
    /// <returns>False when another instance changed something: load and decide again.</returns>
    public async Task<bool> TryWriteAsync(ContestResults results, ETag read, IReadOnlyList<StoredCandidate> changed)
    {
        foreach (var some in changed.Chunk(MostRows).DefaultIfEmpty([]))
        {
            if (
                await TrySubmitAsync([ResultsTable.Change(results, read), .. some.Select(one => Put(RowOf(one.Candidate), one.Read))])
                is not { } etag
            )
                return false;
            read = etag;
        }

        return true;
    }

    /// <summary>Changes one candidate, and where the prize goes.</summary>
    /// <param name="delivery">Null leaves it as it is.</param>
    public async Task<bool> TryChangeAsync(StoredCandidate stored, Candidate changed, Delivery? delivery)
    {
        List<TableTransactionAction> rows = [Put(RowOf(changed), stored.Read)];
        if (delivery is not null)
            rows.Add(
                new(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(changed.Contest, DeliveryPrefix + KeyOf(changed.By, changed.Position))
                    {
                        [SealedColumn] = vault.Seal(delivery),
                    }
                )
            );
        return await TrySubmitAsync(rows) is not null;
    }

    public async Task<Delivery?> FindDeliveryAsync(Candidate candidate) =>
        await Table.FindAsync(candidate.Contest, DeliveryPrefix + KeyOf(candidate.By, candidate.Position)) is { } row
            ? vault.Open(row.GetString(SealedColumn))
            : null;

    /// <summary>The addresses of a contest's prizes, by the id of the prize.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> ReadDeliveriesAsync(string contest) =>
        await Table
            .QueryAsync<TableEntity>(KeyRange.Of(contest, DeliveryPrefix))
            .ToDictionaryAsync(row => IdOf(contest, row.RowKey), row => vault.Open(row.GetString(SealedColumn)));

    public async Task DeleteDeliveryAsync(Candidate candidate) =>
        await Table.DeleteEntityAsync(candidate.Contest, DeliveryPrefix + KeyOf(candidate.By, candidate.Position));

    private async Task<ETag?> TrySubmitAsync(IReadOnlyList<TableTransactionAction> rows)
    {
        try
        {
            return (await Table.SubmitTransactionAsync(rows)).Value[0].Headers.ETag;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private static TableTransactionAction Put(TableEntity row, ETag? read) =>
        read is { } etag ? new(TableTransactionActionType.UpdateReplace, row, etag) : new(TableTransactionActionType.Add, row);

    private static string KeyOf(PrizeBy by, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{(by == PrizeBy.Rank ? "rank" : "draw")}|{position:D6}");

    private static string IdOf(string contest, string key)
    {
        var parts = key.Split('|');
        return PrizeId.Of(contest, parts[1] == "rank" ? PrizeBy.Rank : PrizeBy.Draw, int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private static TableEntity RowOf(Candidate candidate) =>
        new(candidate.Contest, CandidatePrefix + KeyOf(candidate.By, candidate.Position))
        {
            ["Person"] = candidate.Person,
            [CandidateColumn] = JsonSerializer.Serialize(candidate, Json.AllLanguages),
        };

    private static StoredCandidate StoredOf(TableEntity row) =>
        new(JsonSerializer.Deserialize<Candidate>(row.GetString(CandidateColumn), Json.AllLanguages)!, row.ETag);
}
