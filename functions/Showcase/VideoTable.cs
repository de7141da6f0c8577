using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Showcase.Uploads;
using EStation.Storage;

namespace EStation.Showcase;

/// <summary>A video, and the ETag of its row.</summary>
public sealed record StoredVideo(Video Video, ETag Read);

/// <summary>
/// Videos in the ledger of their owner's county: <c>video|{id}</c>, <c>own-video|{person}|{opened}|{id}</c>, which leads from a person to
/// them, and <c>uploads|{person}</c> for which of them are open.
/// </summary>
[PersonalColumn(
    "Ledger",
    "uploads",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "how many uploads are open",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Ledger", "video", "Video", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "video", "Video", Personal.Name, ExportedAs = "videos")]
[PersonalColumn("Ledger", "own-video", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
public sealed class VideoTable(LedgerWriter ledgers, LedgerTable table)
{
    private const string VideoColumn = "Video";
    private const string OpenColumn = "Open";
    private const string OwnPrefix = "own-video|";
    private const int AtOnce = 16;

    // Chinese as it is: escaped it takes six times the room, and a column has 32,768 characters.
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null also when it is no id of a video.</returns>
    public async Task<StoredVideo?> FindAsync(string id) => VideoId.TryParse(id, null, out var video) ? await FindAsync(video) : null;

    public async Task<StoredVideo?> FindAsync(VideoId id) => await table.FindAsync(id.County, KeyOf(id)) is { } row ? StoredOf(row) : null;

    /// <summary>All videos of somebody, in the order of opening.</summary>
    public async Task<IReadOnlyList<Video>> ReadOwnAsync(RegionCode county, string owner)
    {
        var ids = await table
            .ReadRange(county, $"{OwnPrefix}{owner}|")
            .Select(row => VideoId.Parse(row.RowKey.Split('|')[3]))
            .ToListAsync();
        var videos = new List<Video>();
        foreach (var some in ids.Chunk(AtOnce))
            videos.AddRange((await Task.WhenAll(some.Select(FindAsync))).Select(stored => stored!.Video));
        return videos;
    }

    /// <summary>All videos of a county.</summary>
    public async IAsyncEnumerable<Video> ReadAllAsync(RegionCode county)
    {
        await foreach (var row in table.ReadRange(county, "video|"))
            yield return StoredOf(row).Video;
    }

    public async Task<(OpenUploads Uploads, ETag? Read)> ReadOpenAsync(RegionCode county, string person)
    {
        var row = await table.FindAsync(county, OpenKeyOf(person));
        return row is null ? (OpenUploads.None, null) : (JsonSerializer.Deserialize<OpenUploads>(row.GetString(OpenColumn))!, row.ETag);
    }

    /// <returns>False when the person opened or submitted another one meanwhile: load and decide again.</returns>
    public async Task<bool> OpenAsync(Video video, OpenUploads uploads, ETag? read) =>
        await ledgers.WriteAsync(
            video.Id.County,
            new Entry([
                new(TableTransactionActionType.Add, RowOf(video)),
                new(TableTransactionActionType.Add, OwnRowOf(video)),
                Put(video, uploads, read),
            ])
        )
            is null;

    /// <returns>False when it has changed since it was read: load and decide again.</returns>
    public async Task<bool> ChangeAsync(StoredVideo stored, Video changed, params IEnumerable<News> news) =>
        await ledgers.WriteAsync(changed.Id.County, new Entry([Replace(stored, changed)], news)) is null;

    /// <summary>Changes a video that is no longer an open upload.</summary>
    /// <returns>False when it, or what else is open, has changed: load and decide again.</returns>
    public async Task<bool> CloseAsync(StoredVideo stored, Video changed, params IEnumerable<News> news)
    {
        var (uploads, read) = await ReadOpenAsync(changed.Id.County, changed.Owner);
        var without = uploads.Without(changed.Id);
        return without.Items.Count == uploads.Items.Count
            ? await ChangeAsync(stored, changed, news)
            : await ledgers.WriteAsync(changed.Id.County, new Entry([Replace(stored, changed), Put(changed, without, read)], news)) is null;
    }

    private static string KeyOf(VideoId id) => "video|" + id;

    private static string OpenKeyOf(string person) => "uploads|" + person;

    private static TableTransactionAction Replace(StoredVideo stored, Video changed) =>
        new(TableTransactionActionType.UpdateReplace, RowOf(changed), stored.Read);

    private static TableTransactionAction Put(Video video, OpenUploads uploads, ETag? read)
    {
        var row = new TableEntity(video.Id.County.Value, OpenKeyOf(video.Owner)) { [OpenColumn] = JsonSerializer.Serialize(uploads) };
        return read is { } etag ? new(TableTransactionActionType.UpdateReplace, row, etag) : new(TableTransactionActionType.Add, row);
    }

    private static TableEntity RowOf(Video video) =>
        new(video.Id.County.Value, KeyOf(video.Id)) { [VideoColumn] = JsonSerializer.Serialize(video, Stored) };

    private static TableEntity OwnRowOf(Video video) =>
        new(
            video.Id.County.Value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{OwnPrefix}{video.Owner}|{video.OpenedAt.ToUnixTimeMilliseconds():D15}|{video.Id}"
            )
        );

    private static StoredVideo StoredOf(TableEntity row) => new(JsonSerializer.Deserialize<Video>(row.GetString(VideoColumn))!, row.ETag);
}
