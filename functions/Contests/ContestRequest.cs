using EStation.Http;
using EStation.People;
using EStation.Regions;

namespace EStation.Contests;

public sealed record PointsRequest(int? Completed, int? AllCorrect = null);

public sealed record DrawRequest(int? Count, Dictionary<string, int>? ByCategory = null);

public sealed record PrizeRequest(TextRequest? Name, int? Count, [property: As<PrizeBy>] string? By);

public sealed record ContestRequest(
    TextRequest? Title,
    string? QuestionBank,
    [property: As<RegionCode>] string? Region,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    DrawRequest? Draw,
    int? QuestionSeconds,
    int? AttemptsPerDay,
    int? PassMark,
    TextRequest? Description = null,
    int? AttemptsInTotal = null,
    PointsRequest? Points = null,
    int? DrawMark = null,
    IReadOnlyList<PrizeRequest?>? Prizes = null,
    [property: As<ReviewTime>] string? Review = null,
    AudienceRequest? Audience = null,
    bool? PerQuestion = null
)
{
    private const int LongestTitle = 80;
    private const int LongestDescription = 2000;
    private const int LongestPrize = 40;
    private const int MostQuestions = 100;
    private const int MostSeconds = 600;
    private const int MostAttempts = 1000;
    private const int MostPrizes = 20;
    private const int MostCategories = 100;
    private const int Many = 1_000_000;

    /// <summary>Returns rules without an id. Publishing checks whether the bank can fill the papers.</summary>
    public Result<Contest> Parse(Divisions divisions)
    {
        var check = new Validation();
        var title = TextRequest.ParseLine(check, "title", Title, LongestTitle);
        var description = Description is null ? null : TextRequest.Parse(check, "description", Description, LongestDescription);
        var bank = check.Text("questionBank", QuestionBank, 64);
        var region = check.Division("region", Region, divisions);
        var (opens, closes) = (check.Instant("opensAt", OpensAt), check.Instant("closesAt", ClosesAt));
        check.Check(OpensAt is null || ClosesAt is null || OpensAt < ClosesAt, "closesAt", "must be after opensAt");
        var count = Number(check, "draw.count", Draw?.Count, 1, MostQuestions);
        var draw = new Draw(count, ByCategory(check, count));
        var contest = new Contest(
            "",
            0,
            title,
            description,
            bank,
            region,
            opens,
            closes,
            draw,
            Number(check, "questionSeconds", QuestionSeconds, 5, MostSeconds),
            Number(check, "attemptsPerDay", AttemptsPerDay, 1, MostAttempts),
            AttemptsInTotal is null ? null : Number(check, "attemptsInTotal", AttemptsInTotal, 1, MostAttempts),
            Number(check, "passMark", PassMark, 0, Math.Max(count, 0)),
            Points is null
                ? null
                : new Points(
                    Number(check, "points.completed", Points.Completed, 0, Many),
                    Number(check, "points.allCorrect", Points.AllCorrect ?? 0, 0, Many)
                ),
            DrawMark is null ? null : Number(check, "drawMark", DrawMark, 0, Math.Max(count, 0)),
            ParsePrizes(check),
            Review is null ? ReviewTime.AfterAttempt : check.OneOf<ReviewTime>("review", Review),
            PerQuestion ?? false
        )
        {
            Audience = Audience?.Parse(check, "audience", divisions),
        };
        return check.Or(() => contest);
    }

    private Dictionary<string, int>? ByCategory(Validation check, int count)
    {
        if (Draw?.ByCategory is not { } wishes)
            return null;
        check.Check(
            wishes.Count <= MostCategories && wishes.Values.All(wish => wish >= 1) && wishes.Values.Sum(wish => (long)wish) <= count,
            "draw.byCategory",
            $"must be 1 or more each, together at most draw.count, of at most {MostCategories} categories"
        );
        return wishes;
    }

    private List<Prize>? ParsePrizes(Validation check)
    {
        check.Check(Prizes is not { Count: > MostPrizes }, "prizes", $"must be at most {MostPrizes}");
        return Prizes
            ?.Select(
                (prize, at) =>
                    new Prize(
                        TextRequest.ParseLine(check, $"prizes[{at}].name", prize?.Name, LongestPrize),
                        Number(check, $"prizes[{at}].count", prize?.Count, 1, Many),
                        check.OneOf<PrizeBy>($"prizes[{at}].by", prize?.By)
                    )
            )
            .ToList();
    }

    private static int Number(Validation check, string field, int? value, int least, int most)
    {
        check.Check(value is not null, field, "is missing");
        check.Check(value is null || (value >= least && value <= most), field, $"must be between {least} and {most}");
        return value ?? least;
    }
}
