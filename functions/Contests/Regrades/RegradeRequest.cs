using EStation.Banks;
using EStation.Http;

namespace EStation.Contests.Regrades;

/// <param name="Right">The right options, by the bank's ids.</param>
/// <param name="Void">Everybody gets the point.</param>
public sealed record KeyChangeRequest(string? Question, IReadOnlyList<string?>? Right = null, bool? Void = null);

public sealed record RegradeRequest(IReadOnlyList<KeyChangeRequest?>? Changes, string? Reason)
{
    private const int MostChanges = 50;
    private const int LongestReason = 500;

    public Result<(IReadOnlyDictionary<string, KeyChange> Changes, string Reason)> Parse(QuestionBank bank)
    {
        var check = new Validation();
        var reason = check.Text("reason", Reason, LongestReason);
        var changes = new Dictionary<string, KeyChange>(StringComparer.Ordinal);
        check.Check(Changes is { Count: > 0 }, "changes", "is missing");
        check.Check(Changes is not { Count: > MostChanges }, "changes", $"must be at most {MostChanges}");
        foreach (var (at, change) in (Changes ?? []).Take(MostChanges).Index())
        {
            var field = $"changes[{at}]";
            if (bank.Find(change?.Question ?? "") is not { Pool: QuestionPool.Ranked } question)
                check.Refuse($"{field}.question", "is no question of this contest");
            else if (ParseChange(check, field, question, change!) is { } parsed)
                check.Check(changes.TryAdd(question.Id, parsed), $"{field}.question", "is changed twice");
        }

        return check.Or(() => ((IReadOnlyDictionary<string, KeyChange>)changes, reason));
    }

    private static KeyChange? ParseChange(Validation check, string field, Question question, KeyChangeRequest change)
    {
        var right = (change.Right ?? []).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (change.Void == true)
        {
            check.Check(change.Right is null, $"{field}.right", "must not be there where the question is void");
            return new KeyChange([], IsVoid: true);
        }

        check.Check(right.Count > 0, $"{field}.right", "is missing");
        check.Check(
            right.TrueForAll(id => question.Options.Any(option => option.Id == id)),
            $"{field}.right",
            "has an option that the question does not have"
        );
        check.Check(
            question.Kind == QuestionKind.Multiple || right.Count <= 1,
            $"{field}.right",
            "must be one option of a question with one right answer"
        );
        return new KeyChange(right);
    }
}
