using System.ComponentModel.DataAnnotations;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Uploads;

namespace EStation.Showcase.Reviews;

/// <param name="Film">The number of the submission that the reviewer saw.</param>
/// <param name="Reason">For a rejection or a return.</param>
/// <param name="Text">Told to the owner. The reason <c>other</c> needs it.</param>
/// <param name="Second">The decision is an opinion: another reviewer decides.</param>
public sealed record ReviewVideoRequest(
    [property: AllowedValues("publish", "reject", "return")] string? Decision,
    int? Film,
    [property: As<ScientificField>] string? Field,
    [property: As<ReviewReason>] string? Reason = null,
    [property: MaxLength(ReviewVideoRequest.LongestText)] string? Text = null,
    bool? Scientific = null,
    bool? Second = null
)
{
    public const int LongestText = 500;

    public Result<Verdict> Parse()
    {
        var check = new Validation();
        var decision = EnumNames<FilmDecision>.Find(Decision);
        check.Check(decision is not null and not FilmDecision.TakeDown, "decision", "must be one of publish, reject, return");
        var publishes = decision == FilmDecision.Publish;
        var field = check.OneOf<ScientificField>("field", Field);
        ReviewReason? reason = publishes ? null : check.OneOf<ReviewReason>("reason", Reason);
        var text = TextOf(check, Text, reason);
        check.Check(!publishes || Scientific == true, "scientific", "must be true for what is published");
        check.Check(Film is not null, "film", "is missing");
        return check.Or(() => new Verdict(decision!.Value, reason, text, field, Scientific ?? false, Film!.Value, Second ?? false));
    }

    /// <summary>The reason <c>other</c> says nothing without words.</summary>
    public static string TextOf(Validation check, string? text, ReviewReason? reason) =>
        reason == ReviewReason.Other ? check.Text("text", text, LongestText) : check.OptionalText("text", text, LongestText) ?? "";
}

public sealed record Verdict(
    FilmDecision Decision,
    ReviewReason? Reason,
    string Text,
    ScientificField Field,
    bool Scientific,
    int Film,
    bool AsksForSecond
)
{
    public FilmReview By(string reviewer, RegionCode place, Film film, DateTimeOffset now) =>
        new(film.Number, film.SubmittedAt, reviewer, Decision, Text, Scientific, now)
        {
            Reason = Reason,
            Field = Field,
            Place = place,
            AsksForSecond = AsksForSecond,
        };
}
