namespace EStation.Contests;

/// <summary>A contest that is still being written, or was until it was published.</summary>
/// <param name="Rules">As they are now.</param>
/// <param name="Edition">The edition of the bank that it was published with; null as long as it is a draft.</param>
public sealed record ContestDraft(Contest Rules, string? Edition = null)
{
    /// <summary>Whether a bank can fill the papers of a contest that may still be entered.</summary>
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
        foreach (var (category, wish) in rules.Draw.ByCategory ?? new Dictionary<string, int>())
            check.Check(
                ranked.GetValueOrDefault(category) >= wish,
                $"draw.byCategory.{category}",
                $"is more than the {ranked.GetValueOrDefault(category)} ranked questions there"
            );
        check.Check(rules.ClosesAt > now, "closesAt", "is over");
        return check.Or(() => rules).Refused(out var refusal, out _) ? refusal : null;
    }
}
