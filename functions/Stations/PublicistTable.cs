using Azure.Data.Tables;
using EStation.Counting;
using EStation.Identity;
using EStation.Ledger;
using EStation.People;
using EStation.Privacy;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Stations;

/// <summary>Publicists in <c>Publicists</c>: a partition a county, a row a village. Only the export and the erasure search by
/// phone.</summary>
[PersonalColumn("Publicists", "", "Name", Personal.Name, ExportedAs = "publicist")]
[PersonalColumn("Publicists", "", "Phone", Personal.Phone, ExportedAs = "publicist")]
[PersonalColumn("Publicists", "", "PhoneHash", Personal.PhoneHash, ExportedAs = "publicist")]
public sealed class PublicistTable(StorageAccounts accounts, PhoneVault phones, FoldTable marks) : IPersonalData
{
    public string Name => "publicist";

    private TableClient Table => accounts.Table("Publicists");

    public async Task<Publicist?> FindAsync(RegionCode village) =>
        await Table.FindAsync(village.County.Value, village.Value) is { } row ? PublicistOf(row) : null;

    public async Task ReplaceAsync(Publicist publicist)
    {
        await Table.UpsertEntityAsync(RowOf(publicist), TableUpdateMode.Replace);
        await MarkAsync(publicist.Village);
    }

    /// <summary>Encrypts phones with the current secret after its rotation, and returns their number.</summary>
    public async Task<int> RenewAsync()
    {
        var renewed = 0;
        await foreach (var row in Table.QueryAsync<TableEntity>(phones.NotCurrent()))
            renewed += await Table.TryWriteAsync(RowOf(PublicistOf(row)), row.ETag) ? 1 : 0; // a concurrent writer used the current secret
        return renewed;
    }

    public async Task<IReadOnlyList<RegionCode>> VillagesAsync(RegionCode region)
    {
        var county = region.Level > RegionLevel.County ? region.County : region;
        var (lastCounty, lastVillage) = (KeyRange.EndOf(county.Value), KeyRange.EndOf(region.Value));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {county.Value} and PartitionKey lt {lastCounty} and RowKey ge {region.Value} and RowKey lt {lastVillage}"
        );
        return await Table.QueryAsync<TableEntity>(filter, select: ["RowKey"]).Select(row => RegionCode.Parse(row.RowKey)).ToListAsync();
    }

    public async Task<object?> ExportAsync(Person person)
    {
        var rows = await RowsOfAsync(phones.HashesOf(person.Phone));
        return rows.Select(PublicistOf)
            .Select(publicist => new
            {
                publicist.Village,
                publicist.Name,
                Phone = publicist.Phone.E164,
                publicist.Since,
            })
            .ToList();
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        foreach (var row in (await RowsOfAsync(erasure.PhoneHashes)).Where(row => PublicistOf(row).Since <= erasure.At))
        {
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag);
            await MarkAsync(PublicistOf(row).Village);
        }
    }

    private Task MarkAsync(RegionCode village) => marks.MarkAsync(village.County, [CoverageDocument.Name]);

    private async Task<IReadOnlyList<TableEntity>> RowsOfAsync(IEnumerable<string> hashes) =>
        await Table
            .QueryAsync<TableEntity>(string.Join(" or ", hashes.Select(hash => TableClient.CreateQueryFilter($"PhoneHash eq {hash}"))))
            .ToListAsync();

    private TableEntity RowOf(Publicist publicist) =>
        new(publicist.Village.County.Value, publicist.Village.Value)
        {
            ["Name"] = publicist.Name,
            ["Phone"] = phones.Encrypt(publicist.Phone),
            ["PhoneHash"] = phones.HashesOf(publicist.Phone)[0],
            ["Since"] = publicist.Since,
        };

    private Publicist PublicistOf(TableEntity row) =>
        new(
            RegionCode.Parse(row.RowKey),
            row.GetString("Name"),
            phones.Decrypt(row.GetString("Phone")),
            row.GetDateTimeOffset("Since")!.Value
        );
}
