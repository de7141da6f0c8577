using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Identity;
using EStation.Storage;

namespace EStation.Contests.Results;

/// <summary>Objections in <c>Results</c>, in the partition of their contest: <c>objection|{id}</c>.</summary>
[PersonalColumn("Results", "objection", "Objection", Personal.Id, ExportedAs = "prizes", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Results", "objection", "Objection", Personal.Name, ExportedAs = "prizes")]
public sealed class ObjectionTable(StorageAccounts accounts, Secrets secrets)
{
    private const string Prefix = "objection|";
    private const string ObjectionColumn = "Objection";
    private const int IdBytes = 8;

    private TableClient Table => accounts.Table("Results");

    /// <summary>The same text of the same person has the same id. Keyed, because the person must not be found by trial.</summary>
    public string IdOf(string contest, string person, string text) =>
        Convert.ToHexStringLower(secrets.AuthoredIds.Current.Hash($"objection|{contest}|{person}|{text}").AsSpan(0, IdBytes));

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Objection>> ListAsync(string contest) =>
        [.. (await Table.QueryAsync<TableEntity>(KeyRange.Of(contest, Prefix)).Select(ObjectionOf).ToListAsync()).OrderBy(one => one.At)];

    public async Task<int> CountOpenAsync(string contest) => (await ListAsync(contest)).Count(one => one.Answer is null);

    public async Task<(Objection Objection, ETag Read)?> FindAsync(string contest, string id) =>
        TableKey.IsValid(id) && await Table.FindAsync(contest, Prefix + id) is { } row ? (ObjectionOf(row), row.ETag) : null;

    public Task<bool> TryWriteAsync(Objection objection, ETag? read) =>
        Table.TryWriteAsync(
            new TableEntity(objection.Contest, Prefix + objection.Id)
            {
                [ObjectionColumn] = JsonSerializer.Serialize(objection, Json.AllLanguages),
            },
            read
        );

    /// <summary>Takes out what a person wrote, who may have written names.</summary>
    public async Task ForgetAsync(string contest, string person)
    {
        foreach (var one in (await ListAsync(contest)).Where(one => one.Person == person))
            await OptimisticConcurrency.RetryAsync(async () =>
                await FindAsync(contest, one.Id) is not { } stored
                || await TryWriteAsync(
                    stored.Objection with
                    {
                        Text = "",
                        Answer = stored.Objection.Answer is null ? null : "",
                    },
                    stored.Read
                )
            );
    }

    private static Objection ObjectionOf(TableEntity row) =>
        JsonSerializer.Deserialize<Objection>(row.GetString(ObjectionColumn), Json.AllLanguages)!;
}
