using System.Text.Json.Serialization;

namespace EStation.Showcase.Uploads;

/// <summary>A person's open uploads: a state row, so that there are never too many, however many ask at once.</summary>
public sealed record OpenUploads(IReadOnlyList<OpenUpload> Items)
{
    public const int Most = 3;

    public static readonly OpenUploads None = new([]);

    [JsonIgnore]
    public bool AreTooMany => Items.Count >= Most;

    /// <summary>Without those whose time is over.</summary>
    public OpenUploads At(DateTimeOffset now) => new([.. Items.Where(upload => now < upload.EndsAt)]);

    /// <summary>The upload that was opened by just this announcement.</summary>
    public OpenUpload? Find(string announcement) => Items.FirstOrDefault(upload => upload.Announcement == announcement);

    public OpenUploads With(OpenUpload upload) => new([.. Items, upload]);

    public OpenUploads Without(VideoId id) => new([.. Items.Where(upload => upload.Id != id)]);
}

/// <param name="Announcement">A hash of what was announced: the same request again is answered with this upload.</param>
public sealed record OpenUpload(VideoId Id, string Announcement, DateTimeOffset EndsAt);
