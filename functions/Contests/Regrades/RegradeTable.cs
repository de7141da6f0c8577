using System.Text.Json;
using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.Contests.Regrades;

/// <summary>Proposals in a partition of <c>Contests</c>, keyed <c>regrade|{contest}|{regrade}</c>. Whether one is applied, the key says.</summary>
[PersonalColumn(
    "Contests",
    "regrade",
    "By",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class RegradeTable(StorageAccounts accounts)
{
    private const string Partition = "regrade";

    private TableClient Table => accounts.Table("Contests");

    public async Task<Regrade?> FindAsync(string contest, string id) =>
        TableKey.IsValid(contest) && TableKey.IsValid(id) && await Table.FindAsync(Partition, KeyOf(contest, id)) is { } row
            ? RegradeOf(row)
            : null;

    /// <returns>False when it is there already.</returns>
    public Task<bool> TryAddAsync(Regrade regrade) =>
        Table.TryWriteAsync(
            new TableEntity(Partition, KeyOf(regrade.Contest, regrade.Id))
            {
                ["Base"] = regrade.Base,
                ["Changes"] = JsonSerializer.Serialize(regrade.Changes),
                ["Reason"] = regrade.Reason,
                ["By"] = regrade.By,
                ["At"] = regrade.At,
                ["Preview"] = Packed.Write(regrade.Preview).ToArray(),
            },
            read: null
        );

    private static string KeyOf(string contest, string id) => $"regrade|{contest}|{id}";

    private static Regrade RegradeOf(TableEntity row) =>
        new(
            row.RowKey.Split('|')[2],
            row.RowKey.Split('|')[1],
            row.GetInt32("Base")!.Value,
            JsonSerializer.Deserialize<Dictionary<string, KeyChange>>(row.GetString("Changes"))!,
            row.GetString("Reason"),
            row.GetString("By"),
            row.GetDateTimeOffset("At")!.Value,
            Packed.Read<RegradePreview>(row.GetBinaryData("Preview"))
        );
}
