using EStation.Http;

namespace EStation.Showcase.Reviews;

/// <summary>A reviewer's decision.</summary>
/// <param name="Film">Which submission the reviewer looked at.</param>
public sealed record ReviewVideoRequest(
    [property: As<FilmDecision>] string? Decision,
    int? Film,
    string? Reason = null,
    bool? Scientific = null
)
{
    private const int LongestReason = 500;

    public Result<Verdict> Parse()
    {
        var check = new Validation();
        var decision = EnumNames<FilmDecision>.Find(Decision);
        check.Check(decision is not null, "decision", $"must be one of {EnumNames<FilmDecision>.All}");
        var publishes = decision == FilmDecision.Publish;
        var reason = publishes ? check.OptionalText("reason", Reason, LongestReason) ?? "" : check.Text("reason", Reason, LongestReason);
        check.Check(!publishes || Scientific == true, "scientific", "must be true for what is published");
        check.Check(Film is not null, "film", "is missing");
        return check.Or(() => new Verdict(decision!.Value, reason, Scientific ?? false, Film!.Value));
    }
}

/// <param name="Film">The submission that it is about.</param>
public sealed record Verdict(FilmDecision Decision, string Reason, bool Scientific, int Film);
