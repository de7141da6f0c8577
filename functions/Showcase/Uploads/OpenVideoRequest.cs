using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using EStation.Http;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Reviews;

namespace EStation.Showcase.Uploads;

public sealed record OpenVideoRequest(
    string? Title,
    string? Description,
    string? Theme,
    long? Size,
    [property: AllowedValues(VideoLimits.ContentType, "video/quicktime", "video/3gpp")] string? ContentType,
    string? Campaign = null,
    [property: As<Language>] string? Language = null,
    [property: As<ScientificField>] string? Field = null
)
{
    private const int LongestTitle = 60;
    private const int LongestDescription = 1000;
    private const int LongestTheme = 40;

    public string Announcement =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    JsonSerializer.SerializeToUtf8Bytes(
                        (object?[])
                            [
                                Campaign,
                                Title,
                                Description,
                                Theme,
                                Language,
                                Size,
                                ContentType,
                                .. Field is null ? [] : new object?[] { Field },
                            ]
                    )
                )
                .AsSpan(0, 16)
        );

    public Result<Draft> Parse(Campaign? campaign, FilmOptions options)
    {
        var check = new Validation();
        check.Check(Campaign is null || campaign is not null, "campaign", "is not there");
        var title = check.Line("title", Title, LongestTitle);
        var description = check.Text("description", Description, LongestDescription);
        var theme = ParseTheme(check, campaign);
        var language = Languages.Parse(Language ?? "zh");
        check.Check(language is not null, "language", "must be zh, ko, mn or en");
        ScientificField? field = Field is null ? null : check.OneOf<ScientificField>("field", Field);
        SizeIn(check, Size, campaign?.Limits ?? VideoLimits.Usual);
        IReadOnlyList<string> types = options.Prepares ? VideoLimits.PreparedTypes : [VideoLimits.ContentType];
        check.Check(types.Contains(ContentType), "contentType", $"must be {string.Join(" or ", types)}");
        return check.Or(() => new Draft(title, description, theme, language!.Value, Size!.Value, ContentType!, field));
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

public sealed record Draft(
    string Title,
    string Description,
    Text Theme,
    Language Language,
    long Size,
    string ContentType,
    ScientificField? Field
);
