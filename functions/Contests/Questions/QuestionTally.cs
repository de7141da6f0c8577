using EStation.Contests.Attempts;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Contests.Questions;

/// <summary>Sums of questions by the paper's language, so that a bad translation shows.</summary>
/// <param name="part">The column whose questions are included.</param>
public sealed class QuestionTally(string? part = null) : ITotal
{
    private readonly SortedDictionary<string, SortedDictionary<Language, QuestionSums>> sums = new(StringComparer.Ordinal);

    public IEnumerable<(string Question, IReadOnlyDictionary<Language, QuestionSums> ByLanguage)> Questions =>
        sums.Select(question => (question.Key, (IReadOnlyDictionary<Language, QuestionSums>)question.Value));

    public static QuestionTally Read(string? part, BinaryData? stored)
    {
        var tally = new QuestionTally(part);
        foreach (var (question, byLanguage) in stored is null ? [] : Packed.Read<Dictionary<string, Dictionary<string, long[]>>>(stored))
        {
            foreach (var (language, five) in byLanguage)
                tally.Add(
                    question,
                    Languages.Parse(language) ?? Language.Zh,
                    new QuestionSums(five[0], five[1], five[2], five[3], five[4])
                );
        }

        return tally;
    }

    public BinaryData Write() =>
        Packed.Write(
            sums.ToDictionary(
                question => question.Key,
                question =>
                    question.Value.ToDictionary(
                        language => language.Key.Code(),
                        language =>
                            (long[])
                                [
                                    language.Value.Shown,
                                    language.Value.Correct,
                                    language.Value.Scores,
                                    language.Value.Squares,
                                    language.Value.Products,
                                ]
                    )
            )
        );

    public void Add(News news)
    {
        switch (news)
        {
            case AttemptCounted attempt:
                Add(attempt.Marks, attempt.Language, attempt.Result.Score, 1);
                break;
            case AttemptRecounted { Marks: { } marks } attempt:
                Add(marks, attempt.Language, attempt.Score, attempt.Entries);
                break;
        }
    }

    private void Add(IReadOnlyDictionary<string, bool> marks, Language language, int score, int sign)
    {
        foreach (var (question, right) in marks.Where(mark => part is null || QuestionCells.ColumnOf(mark.Key) == part))
            Add(question, language, QuestionSums.Of(right, score).Times(sign));
    }

    public void Merge(QuestionTally other)
    {
        foreach (var (question, byLanguage) in other.sums)
        {
            foreach (var (language, more) in byLanguage)
                Add(question, language, more);
        }
    }

    private void Add(string question, Language language, QuestionSums more)
    {
        if (!sums.TryGetValue(question, out var byLanguage))
            sums[question] = byLanguage = [];
        byLanguage[language] = byLanguage.TryGetValue(language, out var before) ? before + more : more;
        // Equal sums are equal bytes: what was taken off wholly was never there.
        if (byLanguage[language] == new QuestionSums() && byLanguage.Remove(language) && byLanguage.Count == 0)
            sums.Remove(question);
    }
}
