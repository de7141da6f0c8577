using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EStation.Testing;

/// <summary>A farmer with a video, who puts its files straight into storage.</summary>
internal static class Filmmaker
{
    public const string Campaign = "new-farmers-videos";
    public const string Theme = "普及技术增收益";

    /// <summary>What storage clients of tests speak; Azurite does not know the newest.</summary>
    public static readonly BlobClientOptions Blobs = new(BlobClientOptions.ServiceVersion.V2026_06_06) { Retry = { MaxRetries = 0 } };

    public static object Announcement(long size, string title = "水稻育秧", string? campaign = Campaign, string theme = Theme) =>
        new
        {
            campaign,
            title,
            description = "育秧的三个要点",
            theme,
            language = "zh",
            size,
            contentType = "video/mp4",
        };

    public static async Task<JsonNode> OpenVideoAsync(
        this Farmer farmer,
        long size,
        string title = "水稻育秧",
        string? campaign = Campaign,
        string theme = Theme
    ) => await Farmer.JsonOf(await farmer.PostAsync("api/videos", Announcement(size, title, campaign, theme)));

    /// <summary>Puts a file where a signed URL says.</summary>
    public static Task UploadAsync(JsonNode url, byte[] file, string contentType = "video/mp4") =>
        new BlockBlobClient(new Uri((string)url!), Blobs).UploadAsync(
            new MemoryStream(file),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = contentType } }
        );

    public static async Task UploadBothAsync(JsonNode opened, byte[]? video = null, byte[]? poster = null)
    {
        await UploadAsync(opened["upload"]!["url"]!, video ?? Clip.Field);
        await UploadAsync(opened["poster"]!["url"]!, poster ?? Clip.Poster, "image/jpeg");
    }

    /// <summary>Opens, uploads and submits.</summary>
    /// <returns>The video's id.</returns>
    public static async Task<string> SubmitVideoAsync(
        this Farmer farmer,
        string title = "水稻育秧",
        string? campaign = Campaign,
        string theme = Theme
    )
    {
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length, title, campaign, theme);
        await UploadBothAsync(opened);
        var id = (string)opened["id"]!;
        Assert.Equal("inReview", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit")))["state"]!);
        return id;
    }

    /// <param name="film">Which submission was looked at.</param>
    public static Task<HttpResponseMessage> DecideAsync(
        this Farmer reviewer,
        string id,
        string decision,
        string reason = "看过",
        int? film = 1
    ) =>
        reviewer.PostAsync(
            $"api/videos/{id}/reviews",
            new
            {
                decision,
                reason = "other",
                text = reason,
                field = "planting",
                scientific = decision == "publish",
                film,
            }
        );

    /// <summary>Takes a video down.</summary>
    public static Task<HttpResponseMessage> TakeDownAsync(this Farmer reviewer, string id, string text = "不妥") =>
        reviewer.DeleteAsync($"api/videos/{id}", new { reason = "other", text });

    public static Task<HttpResponseMessage> ReportAsync(this Farmer viewer, string id, string text) =>
        viewer.PostAsync($"api/videos/{id}/reports", new { reason = "unscientific", text });

    /// <summary>What is wrong, by the field that is said to be wrong.</summary>
    public static async Task<string> ReasonOf(HttpResponseMessage response, string field)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.UnprocessableEntity, $"{(int)response.StatusCode}: {text}");
        return (string)JsonNode.Parse(text)!["errors"]![field]![0]!;
    }

    /// <summary>How storage answers a request for a signed URL.</summary>
    public static async Task<HttpStatusCode> StatusOf(JsonNode url)
    {
        using var http = new HttpClient();
        return (await http.GetAsync((string)url!)).StatusCode;
    }
}
