using EStation.Banks;

namespace EStation.Contests;

/// <param name="Right">The right options, by the bank's ids.</param>
/// <param name="IsVoid">Everybody whose paper had the question gets the point.</param>
public sealed record KeyChange(IReadOnlyList<string> Right, bool IsVoid = false)
{
    public bool SameAs(KeyChange? other) => other is not null && IsVoid == other.IsVoid && Right.SequenceEqual(other.Right);
}

/// <summary>A version of a contest's key: what it changes of the bank's right answers.</summary>
/// <param name="Version">1 for the bank's own answers.</param>
/// <param name="Changes">By question id; answers as in the bank are left out.</param>
/// <param name="Regrade">The id of the regrade that made it.</param>
public sealed record AnswerKey(int Version, IReadOnlyDictionary<string, KeyChange> Changes, string? Regrade = null)
{
    public const int First = 1;

    public static readonly AnswerKey OfBank = new(First, new Dictionary<string, KeyChange>());

    /// <param name="bank">As its author made it.</param>
    public AnswerKey With(IReadOnlyDictionary<string, KeyChange> changes, QuestionBank bank, string regrade) =>
        new(
            Version + 1,
            changes
                .Concat(Changes.Where(before => !changes.ContainsKey(before.Key)))
                .Where(change => change.Value.IsVoid || !IsAsIn(bank, change.Key, change.Value))
                .OrderBy(change => change.Key, StringComparer.Ordinal)
                .ToDictionary(),
            regrade
        );

    /// <summary>The bank with these right answers. Its order stays, so the same papers are drawn from it.</summary>
    public QuestionBank ApplyTo(QuestionBank bank) =>
        Changes.Count == 0 ? bank : new QuestionBank(bank.Id, bank.Version, [.. bank.Questions.Select(ApplyTo)]);

    /// <summary>The questions that the two mark in another way.</summary>
    public IReadOnlySet<string> DifferencesFrom(AnswerKey other) =>
        Changes
            .Keys.Union(other.Changes.Keys)
            .Where(question =>
                Changes.GetValueOrDefault(question) is { } own
                    ? !own.SameAs(other.Changes.GetValueOrDefault(question))
                    : other.Changes.ContainsKey(question)
            )
            .ToHashSet(StringComparer.Ordinal);

    // An explanation says why the old answer was right.
    private Question ApplyTo(Question question) =>
        Changes.GetValueOrDefault(question.Id) is not { } change
            ? question
            : question with
            {
                Options = change.IsVoid
                    ? question.Options
                    : [.. question.Options.Select(option => option with { Right = change.Right.Contains(option.Id) })],
                Explanation = null,
                IsVoid = change.IsVoid,
            };

    private static bool IsAsIn(QuestionBank bank, string question, KeyChange change) =>
        bank.Find(question)!.Options.All(option => option.Right == change.Right.Contains(option.Id));
}
