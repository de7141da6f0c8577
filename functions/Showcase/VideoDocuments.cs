using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Showcase;

/// <summary>Prepared videos in <c>Documents</c>: a partition each.</summary>
[PersonalColumn(
    "Documents",
    "",
    "Video",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Documents", "", "Video", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class VideoDocuments(StorageAccounts accounts, FoldTable totals)
{
    private const string Key = "video";
    private const string VideoColumn = "Video";
    private const string TallyColumn = "Tally";
    private const string VersionColumn = "Version";
    private const string SourcesColumn = "Sources";

    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TableClient Documents => accounts.Table("Documents");

    public async Task<(VideoDocument Document, ETag Read)?> FindAsync(VideoId id) =>
        await Documents.FindAsync(VideoCells.RowOf(id), Key) is { } row ? (DocumentOf(row), row.ETag) : null;

    public async Task<Result<VideoDocument>> FindPublishedAsync(string id) =>
        VideoId.TryParse(id, null, out var video) && await FindAsync(video) is { Document: { IsPublished: true } document }
            ? document
            : Refusal.NotFound;

    /// <returns>False after an ETag conflict: prepare it again.</returns>
    public Task<bool> TryWriteAsync(VideoDocument document, ETag? read) => Documents.TryWriteAsync(RowOf(document), read);

    public async Task<VideoTally> ReadTallyAsync(RegionCode county, VideoId id)
    {
        var row = await totals.FindTotalsAsync(county, VideoCells.RowOf(id));
        return VideoTally.Read(row?.GetBinaryData(VideoCells.Column));
    }

    private static TableEntity RowOf(VideoDocument document) =>
        new(VideoCells.RowOf(document.Video.Id), Key)
        {
            [VideoColumn] = JsonSerializer.Serialize(document.Video with { Reviews = [], Appeal = null }, Stored),
            [TallyColumn] = document.Tally.Write().ToArray(),
            [VersionColumn] = document.Version,
            [SourcesColumn] = string.Join(',', document.Sources),
        };

    private static VideoDocument DocumentOf(TableEntity row) =>
        new(
            JsonSerializer.Deserialize<Video>(row.GetString(VideoColumn))!,
            VideoTally.Read(row.GetBinaryData(TallyColumn)),
            row.GetInt32(VersionColumn)!.Value,
            [.. row.GetString(SourcesColumn).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(source => RegionCode.Parse(source))]
        );
}
