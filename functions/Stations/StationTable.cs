using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Stations;

/// <summary>
/// The directory of stations in <c>Stations</c>: a partition a county, a row a station. Ids begin with the county, so that they lead to the
/// row and are in the order of the rows: any region is one range.
/// </summary>
public sealed class StationTable(StorageAccounts accounts, LedgerWriter ledgers, LedgerTable ledger, FoldTable marks)
{
    private const string CountPrefix = "station|";
    private const string VillageColumn = "Village";
    private const string CertifiedOnColumn = "CertifiedOn";

    // Chinese as it is: escaped it takes six times the room, and a column has 32,768 characters.
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TableClient Table => accounts.Table("Stations");

    public async Task<(Station Station, ETag Read)?> FindAsync(string id) =>
        TableKey.IsValid(id) && Station.CountyOf(id) is { } county && await Table.FindAsync(county.Value, id) is { } row
            ? (StationOf(row), row.ETag)
            : null;

    /// <summary>Whether there is such a station in a village.</summary>
    public async Task<bool> IsInAsync(string id, RegionCode village) =>
        await FindAsync(id) is { } found && found.Station.Village == village;

    /// <summary>Stations of a region, in the order of their ids.</summary>
    /// <param name="after">The id of the last one that is known already, or null.</param>
    public async Task<IReadOnlyList<Station>> ReadAsync(RegionCode region, StationState? state, string? after, int count)
    {
        var county = region.Level > RegionLevel.County ? region.County : region;
        var (lastCounty, lastVillage) = (KeyRange.EndOf(county.Value), KeyRange.EndOf(region.Value));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {county.Value} and PartitionKey lt {lastCounty} and Village ge {region.Value} and Village lt {lastVillage}"
        );
        if (state is { } wanted)
            filter += " and " + TableClient.CreateQueryFilter($"State eq {wanted.ToString()}");
        if (after is not null && Station.CountyOf(after) is { } from)
            filter +=
                " and "
                + TableClient.CreateQueryFilter($"(PartitionKey gt {from.Value} or (PartitionKey eq {from.Value} and RowKey gt {after}))");
        return await Table.QueryAsync<TableEntity>(filter, Math.Min(count, 1000)).Take(count).Select(StationOf).ToListAsync();
    }

    /// <returns>False when there is one of this id.</returns>
    public Task<bool> AddAsync(Station station) => Table.TryWriteAsync(RowOf(station), read: null);

    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> TryReplaceAsync(Station station, ETag read)
    {
        if (!await Table.TryWriteAsync(RowOf(station), read))
            return false;
        if (station.State == StationState.Certified)
            await marks.MarkAsync(station.Village.County, [CoverageDocument.Name]);
        return true;
    }

    /// <summary>Counts a certified station, once however often it is called.</summary>
    public async Task CountAsync(Station station)
    {
        var county = station.Village.County;
        var row = new TableEntity(county.Value, CountKey(station))
        {
            [VillageColumn] = station.Village.Value,
            [CertifiedOnColumn] = station.CertifiedOn!.Value.ToString(),
        };
        await ledgers.WriteAsync(county, Entry.Insert(row, new StationCertified(station.Village, station.CertifiedOn.Value)));
    }

    /// <summary>
    /// Counts what was certified by a request that could not count it any more. The seeds' stations were reviewed by nobody, and are no
    /// figures.
    /// </summary>
    /// <returns>How many it was.</returns>
    public async Task<int> CountMissingAsync()
    {
        var counted = 0;
        await foreach (
            var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"State eq {nameof(StationState.Certified)}"))
        )
        {
            var station = StationOf(row);
            if (station.Reviews is not { Count: > 0 } || await ledger.FindAsync(station.Village.County, CountKey(station)) is not null)
                continue;
            await CountAsync(station);
            counted++;
        }

        return counted;
    }

    /// <summary>The certifications of a county that were counted.</summary>
    public IAsyncEnumerable<StationCertified> ReadCountedAsync(RegionCode county) =>
        ledger
            .ReadRange(county, CountPrefix)
            .Select(row => new StationCertified(
                RegionCode.Parse(row.GetString(VillageColumn)),
                Day.Parse(row.GetString(CertifiedOnColumn), null)
            ));

    private static string CountKey(Station station) => CountPrefix + station.Id;

    private static TableEntity RowOf(Station station) =>
        new(station.Village.County.Value, station.Id)
        {
            ["Name"] = JsonSerializer.Serialize(station.Name),
            [VillageColumn] = station.Village.Value,
            ["Address"] = station.Address,
            ["Latitude"] = station.Latitude,
            ["Longitude"] = station.Longitude,
            ["Opening"] = station.Opening,
            ["Haves"] = JsonSerializer.Serialize(station.Haves),
            ["State"] = station.State.ToString(),
            [CertifiedOnColumn] = station.CertifiedOn?.ToString(),
            ["Reviews"] = JsonSerializer.Serialize(station.Reviews ?? [], Stored),
        };

    private static Station StationOf(TableEntity row) =>
        new(
            row.RowKey,
            JsonSerializer.Deserialize<Text>(row.GetString("Name"))!,
            RegionCode.Parse(row.GetString(VillageColumn)),
            row.GetString("Address"),
            row.GetDouble("Latitude")!.Value,
            row.GetDouble("Longitude")!.Value,
            row.GetString("Opening"),
            JsonSerializer.Deserialize<Haves>(row.GetString("Haves"))!,
            Enum.Parse<StationState>(row.GetString("State")),
            row.GetString(CertifiedOnColumn) is { } day ? Day.Parse(day, null) : null,
            JsonSerializer.Deserialize<StationReview[]>(row.GetString("Reviews"))
        );
}
