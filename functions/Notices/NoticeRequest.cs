using System.ComponentModel.DataAnnotations;
using EStation.Http;
using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

/// <summary>A notice as an official writes it.</summary>
/// <param name="Places">At most 100.</param>
/// <param name="Preview">Only asks how many people it would reach.</param>
public sealed record NoticeRequest(
    TextRequest? Title,
    TextRequest? Text,
    [property: As<RegionCode>, MinLength(1), MaxLength(NoticeRules.MostPlaces)] IReadOnlyList<string?>? Places,
    NoticeChannel? Channel,
    AudienceRequest? Audience = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    bool? Preview = null
)
{
    private const int LongestTitle = 60;
    private const int LongestText = 1_000;

    /// <param name="sender">By id.</param>
    public Result<Notice> Parse(Divisions divisions, string sender, DateTimeOffset now)
    {
        var check = new Validation();
        var isPreview = Preview == true; // counts before anything is written
        var title = isPreview && Title is null ? new Text("") : TextRequest.ParseLine(check, "title", Title, LongestTitle);
        var text = isPreview && Text is null ? new Text("") : TextRequest.Parse(check, "text", Text, LongestText);
        var places = (Places ?? []).Select(place => check.Division("places", place, divisions)).Distinct().ToList();
        check.Check(places.Count is >= 1 and <= NoticeRules.MostPlaces, "places", $"must be 1 to {NoticeRules.MostPlaces}");
        check.Check(isPreview || Channel is not null, "channel", "is missing: inbox or message");
        var audience = Audience?.Parse(check, "audience", divisions);
        var from = From is null ? (DateTimeOffset?)null : check.Instant("from", From);
        var until = Until is null ? (DateTimeOffset?)null : check.Instant("until", Until);
        check.Check(until is null || (until > now && !(until <= from)), "until", "must lie ahead, after 'from'");
        return check.Or(() =>
            new Notice(
                "",
                sender,
                Notice.ScopeOf(places),
                title,
                text,
                places,
                audience,
                from,
                until,
                Channel ?? NoticeChannel.Inbox,
                now,
                0,
                NoticeState.Waiting
            )
        );
    }
}
