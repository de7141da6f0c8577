using EStation.Banks;

namespace EStation.Contests;

/// <param name="Edition">The bank's edition at publication; null for a draft.</param>
public sealed record ContestDraft(Contest Rules, string? Edition = null)
{
    /// <summary>A phone may see at most this many times the pool in a day.</summary>
    private const int MostRounds = 3;

    /// <summary>Refuses rules that would show a phone the whole pool through repeated attempts.</summary>
    public static Refusal? RefusesToShow(Contest rules, int pool)
    {
        var check = new Http.Validation();
        CheckShown(check, "attemptsPerDay", rules, rules.Draw.Count, pool);
        return check.Or(() => rules).Refused(out var refusal, out _) ? refusal : null;
    }

    /// <summary>Refuses when the bank cannot fill the papers and the contest can still be entered.</summary>
    public static Refusal? Refuses(Contest rules, QuestionBank? bank, DateTimeOffset now)
    {
        var check = new Http.Validation();
        var ranked = bank?.Ranked.CountBy(question => question.Category).ToDictionary() ?? [];
        check.Check(bank is not null, "questionBank", "is not there");
        check.Check(
            bank is null || ranked.Values.Sum() >= rules.Draw.Count,
            "draw.count",
            $"is more than the {ranked.Values.Sum()} ranked questions of the bank"
        );
        CheckShown(check, "attemptsPerDay", rules, rules.Draw.Count, ranked.Values.Sum());
        foreach (var (category, wish) in rules.Draw.ByCategory ?? new Dictionary<string, int>())
        {
            var field = $"draw.byCategory.{category}";
            var there = ranked.GetValueOrDefault(category);
            check.Check(there >= wish, field, $"is more than the {there} ranked questions there");
            CheckShown(check, field, rules, wish, there);
        }

        check.Check(rules.ClosesAt > now, "closesAt", "is over");
        return check.Or(() => rules).Refused(out var refusal, out _) ? refusal : null;
    }

    private static void CheckShown(Http.Validation check, string field, Contest rules, int drawn, int pool) =>
        check.Check(
            pool < drawn || rules.PapersADay * drawn <= MostRounds * pool,
            field,
            $"shows a phone {rules.PapersADay * drawn} questions a day, more than {MostRounds} times the {pool} that can be drawn"
        );
}
