using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Storage;

namespace EStation.Contests.Results;

/// <summary>The masked names of a frozen ranking's first, in <c>Results</c>: <c>names|{contest}</c>. An erasure takes a name out.</summary>
[PersonalColumn(
    "Results",
    "names",
    "Names",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Results", "names", "Names", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class NamesTable(StorageAccounts accounts)
{
    private const string NamesColumn = "Names";

    private TableClient Table => accounts.Table("Results");

    public Task AddAsync(string contest, IReadOnlyDictionary<string, string> names) =>
        Table.TryWriteAsync(RowOf(contest, names), read: null);

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string contest) =>
        await Table.FindAsync(contest, KeyOf(contest)) is { } row ? NamesOf(row) : new Dictionary<string, string>();

    public Task ForgetAsync(string contest, string person) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await Table.FindAsync(contest, KeyOf(contest)) is not { } row || NamesOf(row) is not { } names)
                return true;
            return !names.TryGetValue(person, out var name)
                || name.Length == 0
                || await Table.TryWriteAsync(RowOf(contest, new Dictionary<string, string>(names) { [person] = "" }), row.ETag);
        });

    private static string KeyOf(string contest) => "names|" + contest;

    private static TableEntity RowOf(string contest, IReadOnlyDictionary<string, string> names) =>
        new(contest, KeyOf(contest)) { [NamesColumn] = JsonSerializer.Serialize(names, Json.AllLanguages) };

    private static Dictionary<string, string> NamesOf(TableEntity row) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(NamesColumn), Json.AllLanguages)!;
}
