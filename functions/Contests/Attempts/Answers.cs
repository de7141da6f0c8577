namespace EStation.Contests.Attempts;

/// <summary>Answers to a paper, by the author's question and option ids, sorted.</summary>
public sealed record Answers(IReadOnlyDictionary<string, string[]> ByQuestion)
{
    /// <param name="given">Option ids as on the paper, by question.</param>
    public static Result<Answers> Parse(Paper paper, IReadOnlyDictionary<string, string[]?>? given)
    {
        if (given is null)
            return Refusal.Invalid("answers", "is missing");
        var refused = new Dictionary<string, string[]>();
        var answers = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (id, options) in given)
        {
            if (paper.Find(id) is not { } question)
                refused[$"answers.{id}"] = ["is not on this paper"];
            else if (Chosen(question, options ?? []) is not { } chosen)
                refused[$"answers.{id}"] = ["has an option that is not on this paper"];
            else if (chosen.Length > 0)
                answers[id] = chosen;
        }

        return refused.Count > 0 ? Refusal.Invalid(refused) : new Answers(answers);
    }

    /// <param name="given">Option ids as on the paper.</param>
    /// <returns>By the author's ids, sorted.</returns>
    public static Result<string[]> ParseOne(PaperQuestion question, IReadOnlyList<string?>? given)
    {
        if (given is null)
            return Refusal.Invalid("options", "is missing");
        return Chosen(question, [.. given]) is { } chosen ? chosen : Refusal.Invalid("options", "has an option that is not on this paper");
    }

    public static Answers Of(Paper paper, IEnumerable<ClosedQuestion> closed) =>
        new(
            closed
                .Where(one => one.Options.Count > 0)
                .ToDictionary(one => paper.Questions[one.Number - 1].Question.Id, one => one.Options.ToArray(), StringComparer.Ordinal)
        );

    public IReadOnlyCollection<string> To(string question) => ByQuestion.GetValueOrDefault(question, []);

    public bool SameAs(Submission submission) =>
        ByQuestion.Count == submission.Answers.Count
        && ByQuestion.All(answer => submission.Answers.TryGetValue(answer.Key, out var other) && answer.Value.SequenceEqual(other));

    private static string[]? Chosen(PaperQuestion question, string?[] options)
    {
        var found = options.Select(option => option is null ? null : question.Find(option)?.Id).ToArray();
        return Array.TrueForAll(found, id => id is not null) ? [.. found.Select(id => id!).Distinct().Order(StringComparer.Ordinal)] : null;
    }
}
