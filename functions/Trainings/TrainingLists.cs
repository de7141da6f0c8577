using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>
/// Trainings by place and date in <c>Trainings</c>: a partition a region, and one a region and programme; in each a row a training, keyed
/// <c>{first day}|{id}</c>. A list is one range of one partition.
/// </summary>
public sealed class TrainingLists(StorageAccounts accounts)
{
    private const string Column = "Training";
    private const char Last = '~';

    private TableClient Table => accounts.Table("Trainings");

    /// <summary>Lists a training where it belongs, and nowhere else any more.</summary>
    public async Task PublishAsync(Training training, Seats seats)
    {
        var json = JsonSerializer.Serialize(ListedTraining.Of(training, seats), Json.AllLanguages);
        List<(string Partition, string Row)> wanted = training.Cancelled ? [] : [.. KeysOf(training.Listing, training.Id)];
        var outdated = training.Listings.SelectMany(listing => KeysOf(listing, training.Id)).Except(wanted);
        await Task.WhenAll([
            .. wanted.Select(key =>
                Table.UpsertEntityAsync(new TableEntity(key.Partition, key.Row) { [Column] = json }, TableUpdateMode.Replace)
            ),
            .. outdated.Select(key => Table.DeleteEntityAsync(key.Partition, key.Row)),
        ]);
    }

    public async Task<Page<ListedTraining>> ReadAsync(RegionCode region, Programme? programme, Day from, Day? to, Paging paging)
    {
        var first = paging.After is { } after && string.CompareOrdinal(after, from.ToString()) > 0 ? after : from.ToString();
        var last = to is { } day ? $"{day}{Last}" : Last.ToString();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(region, programme)} and RowKey gt {first} and RowKey lt {last}"
        );
        var rows = await Table.QueryAsync<TableEntity>(filter, maxPerPage: paging.Limit + 1).Take(paging.Limit + 1).ToListAsync();
        var items = rows.Take(paging.Limit)
            .Select(row => JsonSerializer.Deserialize<ListedTraining>(row.GetString(Column), Json.AllLanguages)!);
        return new Page<ListedTraining>([.. items], rows.Count > paging.Limit ? Paging.CursorOf(rows[paging.Limit - 1].RowKey) : null);
    }

    private static IEnumerable<(string Partition, string Row)> KeysOf(Listing listing, string id) =>
        from region in listing.Village.Upwards
        from programme in new Programme?[] { null, listing.Programme }
        select (PartitionOf(region, programme), ListedTraining.Key(listing.Day, id));

    private static string PartitionOf(RegionCode region, Programme? programme) => programme is { } one ? $"{region}|{one}" : region.Value;
}
