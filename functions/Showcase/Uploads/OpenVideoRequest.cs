using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using EStation.Http;
using EStation.Showcase.Campaigns;

namespace EStation.Showcase.Uploads;

/// <summary>A video as its owner announces it.</summary>
public sealed record OpenVideoRequest(
    string? Title,
    string? Description,
    string? Theme,
    long? Size,
    [property: AllowedValues(VideoLimits.ContentType)] string? ContentType,
    string? Campaign = null,
    [property: As<Language>] string? Language = null
)
{
    private const int LongestTitle = 60;
    private const int LongestDescription = 1000;
    private const int LongestTheme = 40;

    /// <summary>The same announcement again means the same upload.</summary>
    public string Announcement =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    JsonSerializer.SerializeToUtf8Bytes((object?[])[Campaign, Title, Description, Theme, Language, Size, ContentType])
                )
                .AsSpan(0, 16)
        );

    /// <param name="campaign">The one that is named, where there is such a one.</param>
    public Result<Draft> Parse(Campaign? campaign)
    {
        var check = new Validation();
        check.Check(Campaign is null || campaign is not null, "campaign", "is not there");
        var title = check.Line("title", Title, LongestTitle);
        var description = check.Text("description", Description, LongestDescription);
        var theme = ParseTheme(check, campaign);
        var language = Languages.Parse(Language ?? "zh");
        check.Check(language is not null, "language", "must be zh, ko, mn or en");
        SizeIn(check, Size, campaign?.Limits ?? VideoLimits.Usual);
        check.Check(ContentType == VideoLimits.ContentType, "contentType", $"must be {VideoLimits.ContentType}");
        return check.Or(() => new Draft(title, description, theme, language!.Value, Size!.Value));
    }

    public static void SizeIn(Validation check, long? size, VideoLimits limits)
    {
        check.Check(size is not null, "size", "is missing");
        check.Check(size is null || (size >= 1 && size <= limits.MaxBytes), "size", $"must be between 1 and {limits.MaxBytes} bytes");
    }

    private Text ParseTheme(Validation check, Campaign? campaign)
    {
        var name = check.Line("theme", Theme, LongestTheme);
        if (campaign is null)
            return new Text(name);
        var theme = campaign.FindTheme(name);
        check.Check(theme is not null, "theme", $"must be one of {string.Join(", ", campaign.Themes.Select(one => one.Zh))}");
        return theme ?? new Text(name);
    }
}

/// <summary>What an owner says of a video.</summary>
public sealed record Draft(string Title, string Description, Text Theme, Language Language, long Size);
