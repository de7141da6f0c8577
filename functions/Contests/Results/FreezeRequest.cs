using System.ComponentModel.DataAnnotations;
using EStation.Contests.Draws;
using EStation.Http;

namespace EStation.Contests.Results;

public sealed record FreezeDrawRequest(string? Source, string? Issue, DateTimeOffset? DrawnAt, long? Outcomes);

public sealed record FreezeRequest(
    [property: Range(1, FreezeRequest.MostDays)] int? PublicDays,
    [property: Range(1, FreezeRequest.MostDays)] int? ClaimDays,
    [property: Range(0, FreezeRequest.MostSubstitutes)] int? Substitutes,
    FreezeDrawRequest? Draw = null
)
{
    private const int MostDays = 90;
    private const int MostSubstitutes = 1000;
    private const int LongestSource = 40;

    public Result<ResultsTerms> Parse(DateTimeOffset now)
    {
        var check = new Validation();
        var terms = new ResultsTerms(
            Draw is null ? null : ParseDraw(check, Draw, now),
            Number(check, "publicDays", PublicDays, 1, MostDays),
            Number(check, "claimDays", ClaimDays, 1, MostDays),
            Number(check, "substitutes", Substitutes, 0, MostSubstitutes)
        );
        return check.Or(() => terms);
    }

    private static DrawTerms ParseDraw(Validation check, FreezeDrawRequest draw, DateTimeOffset now)
    {
        var terms = new DrawTerms(
            check.Line("draw.source", draw.Source, LongestSource),
            check.Line("draw.issue", draw.Issue, LongestSource),
            DateTimeOffset.FromUnixTimeSeconds(check.Instant("draw.drawnAt", draw.DrawnAt).ToUnixTimeSeconds()),
            draw.Outcomes ?? 0
        );
        check.Check(draw.DrawnAt is null || draw.DrawnAt > now, "draw.drawnAt", "is over");
        check.Check(draw.Outcomes is not null, "draw.outcomes", "is missing");
        check.Check(
            draw.Outcomes is null or >= DrawTerms.FewestOutcomes,
            "draw.outcomes",
            $"must be at least {DrawTerms.FewestOutcomes}: fewer outcomes could be aimed at"
        );
        return terms;
    }

    private static int Number(Validation check, string field, int? value, int least, int most)
    {
        check.Check(value is not null, field, "is missing");
        check.Check(value is null || (value >= least && value <= most), field, $"must be between {least} and {most}");
        return value ?? least;
    }
}
