using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Storage;

namespace EStation.Showcase;

/// <summary>Prepared lists of videos in <c>VideoLists</c>: a partition a list, a row a video in its order. A page is one range.</summary>
[PersonalColumn("VideoLists", "", "Card", Personal.Id, NotExportedBecause = "made of the records, which are exported")]
[PersonalColumn("VideoLists", "", "Card", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class VideoLists(StorageAccounts accounts)
{
    private const string CardColumn = "Card";

    // Chinese stays unescaped: escaped it takes six times the room.
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TableClient Table => accounts.Table("VideoLists");

    /// <summary>Writes the rows that a video should have and deletes all others. It is idempotent.</summary>
    public Task ArrangeAsync(Video video, VideoTally tally)
    {
        var wanted = ListKey.Of(video, tally).ToHashSet();
        // Public lists need only the card; reviewers read the whole video.
        var card = JsonSerializer.Serialize(ListKey.IsQueued(video) ? ForReviewers(video) : ForThePublic(video), Stored);
        return Task.WhenAll([
            .. wanted.Select(key =>
                Table.UpsertEntityAsync(new TableEntity(key.List, key.Place) { [CardColumn] = card }, TableUpdateMode.Replace)
            ),
            .. ListKey.EverOf(video, tally).Except(wanted).Select(key => Table.DeleteEntityAsync(key.List, key.Place)),
        ]);
    }

    private static Video ForReviewers(Video video) =>
        video with
        {
            Reviews = [.. video.Reviews.Where(review => review.Film == video.Film?.Number)],
        };

    private static Video ForThePublic(Video video) => video with { Reviews = [], Appeal = null, Description = "" };

    public async Task<Page<Video>> ReadAsync(string list, Paging page)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey gt {page.After ?? ""}");
        var rows = new List<TableEntity>();
        await foreach (var row in Table.QueryAsync<TableEntity>(filter, page.Limit + 1))
        {
            rows.Add(row);
            if (rows.Count > page.Limit)
                break;
        }

        var videos = rows.Take(page.Limit).Select(row => JsonSerializer.Deserialize<Video>(row.GetString(CardColumn))!);
        return new Page<Video>([.. videos], rows.Count > page.Limit ? Paging.CursorOf(rows[page.Limit - 1].RowKey) : null);
    }
}
