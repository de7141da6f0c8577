using System.Text.Json.Serialization;

namespace EStation.Showcase.Uploads;

/// <summary>A person's open uploads in one row, so that the limit holds for concurrent requests too.</summary>
public sealed record OpenUploads(IReadOnlyList<OpenUpload> Items)
{
    public const int Most = 3;

    public static readonly OpenUploads None = new([]);

    [JsonIgnore]
    public bool AreTooMany => Items.Count >= Most;

    public OpenUploads At(DateTimeOffset now) => new([.. Items.Where(upload => now < upload.EndsAt)]);

    public OpenUpload? Find(string announcement) => Items.FirstOrDefault(upload => upload.Announcement == announcement);

    public OpenUploads With(OpenUpload upload) => new([.. Items, upload]);

    public OpenUploads Without(VideoId id) => new([.. Items.Where(upload => upload.Id != id)]);
}

/// <param name="Announcement">A hash of the request: a repeated request returns this upload.</param>
public sealed record OpenUpload(VideoId Id, string Announcement, DateTimeOffset EndsAt);
